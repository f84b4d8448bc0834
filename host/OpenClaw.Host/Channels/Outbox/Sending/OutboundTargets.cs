using OpenClaw.Host.Agents.Delivery;
using OpenClaw.Host.Sessions.Runs;

namespace OpenClaw.Host.Channels.Outbox.Sending;

/// <summary>Finds the channel, the account and the chat that a request means.</summary>
internal sealed class OutboundTargets(IChannelSender sender, ChannelBoard board, OutboundSettings settings) : IDeliveryRoutes
{
    private const int MaxIdLength = 512;

    private const string NoChannel =
        "Error: Channel is required (no configured channels detected). Run openclaw channels add to configure one, or pass --channel <channel> after "
        + "enabling a channel. Use openclaw channels list --all to see available channel ids.";

    /// <exception cref="OutboundTargetException">It cannot be found.</exception>
    public OutboundTarget Resolve(string to, string? channel, string? accountId, string? threadId)
    {
        var text = TargetText.Parse(to, word => sender.Find(word) is not null || settings.IsConfigured(word));
        var id = ChannelOf(channel, text);
        var descriptor = sender.Find(id) ?? throw new OutboundTargetException($"unsupported channel: {id}");
        if (text.ChatId.Length is 0 or > MaxIdLength || text.ChatId.Contains('\n', StringComparison.Ordinal))
            throw new OutboundTargetException($"\"to\" names no chat: it must be the platform's id of one, {MaxIdLength} characters at most");
        var thread = string.IsNullOrWhiteSpace(threadId) ? text.ThreadId : threadId.Trim();
        if (thread?.Length > MaxIdLength)
            throw new OutboundTargetException($"threadId is {thread.Length} characters long; {MaxIdLength} are allowed");
        return new OutboundTarget(descriptor.Id, AccountOf(descriptor.Id, accountId), text.ChatId, text.Kind, thread);
    }

    public ReplyRoute? RouteOf(string to, string? channel, string? accountId, string? threadId, out string? problem)
    {
        try
        {
            var target = Resolve(to, channel, accountId, threadId);
            problem = null;
            return new ReplyRoute
            {
                Channel = target.Channel,
                AccountId = target.AccountId,
                ChatId = target.ChatId,
                ChatKind = target.Kind,
                ThreadId = target.ThreadId,
            };
        }
        catch (OutboundTargetException error)
        {
            problem = error.Message;
            return null;
        }
    }

    private string ChannelOf(string? asked, TargetText text)
    {
        if (string.IsNullOrWhiteSpace(asked))
            return text.Channel ?? OnlyChannel();
        var chosen = asked.Trim().ToLowerInvariant();
        return text.Channel is null || text.Channel == chosen
            ? chosen
            : throw new OutboundTargetException(
                $"\"to\" names the channel {text.Channel}, but channel is {chosen}; leave one of them out or make them the same");
    }

    private string OnlyChannel() => settings.ConfiguredChannels.Where(id => sender.Find(id) is not null).ToList() switch
    {
        [var only] => only,
        [] => throw new OutboundTargetException(NoChannel),
        var several => throw new OutboundTargetException(
            $"Error: Channel is required when multiple channels are configured: {string.Join(", ", several)}"),
    };

    private string AccountOf(string channelId, string? asked)
    {
        var accounts = board.AccountsOf(channelId);
        var chosen = string.IsNullOrWhiteSpace(asked) ? accounts.Count == 0 ? null : board.DefaultAccountOf(channelId) : asked.Trim().ToLowerInvariant();
        return chosen is not null && accounts.Contains(chosen, StringComparer.OrdinalIgnoreCase)
            ? chosen
            : throw new OutboundTargetException(
                chosen is null
                    ? $"channel {channelId} has no account; configure it under channels.{channelId}"
                    : $"unknown account {chosen} of channel {channelId}; configured: {(accounts.Count == 0 ? "none" : string.Join(", ", accounts))}");
    }
}
