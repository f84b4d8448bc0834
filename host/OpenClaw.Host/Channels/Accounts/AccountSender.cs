using OpenClaw.Channels;
using OpenClaw.Content;
using OpenClaw.Host.Channels.Outbox;
using OpenClaw.Host.Plugins.Budgets;
using OpenClaw.Host.Plugins.Contributions;

namespace OpenClaw.Host.Channels.Accounts;

/// <summary>Hands messages to the channels of accounts that run.</summary>
internal sealed class AccountSender : IChannelSender
{
    // The outbox sets the deadline of an attempt; this one only keeps a call from being watched for ever.
    private static readonly TimeSpan LongestSend = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan LongestChange = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestSign = TimeSpan.FromSeconds(5);

    private readonly ChannelAccounts _accounts;
    private readonly ChannelBoard _board;
    private readonly ChannelCalls _calls;

    public AccountSender(ChannelAccounts accounts, ChannelBoard board, ChannelCalls calls)
    {
        _accounts = accounts;
        _board = board;
        _calls = calls;
        accounts.Changed += runner =>
        {
            if (runner.State.IsConnected)
                AccountStarted?.Invoke(runner.Key.Channel, runner.Key.Account);
        };
    }

    public event Action<string, string>? AccountStarted;

    public ChannelDescriptor? Find(string channelId) => _board.Find(channelId);

    public bool IsRunning(string channelId, string accountId) => Running(channelId, accountId) is not null;

    public async Task<SendOutcome?> SendAsync(string channelId, string accountId, OutboundMessage message, CancellationToken cancellationToken)
    {
        // The lease is taken here, before anything is handed over: without it the channel certainly did not get the message.
        if (Running(channelId, accountId) is not { } made || !made.Channel.TryLease(out var lease, out _))
            return null;
        using (lease)
        {
            return await TryEnterAsync(made, cancellationToken) is { } place
                ? Clean(await _calls.CallAsync(made, "send", (channel, token) => channel.SendAsync(message, token), LongestSend, cancellationToken, place))
                : new SendRetryable("the plugin has too many calls already");
        }
    }

    public Task<SendOutcome?> EditAsync(
        string channelId, string accountId, ChatAddress chat, string messageId, IReadOnlyList<MessagePart> parts, CancellationToken cancellationToken) =>
        CallAsync<IChannelEdits>(channelId, accountId, "edit", (edits, token) => edits.EditAsync(chat, messageId, parts, token), cancellationToken);

    public Task<SendOutcome?> DeleteAsync(string channelId, string accountId, ChatAddress chat, string messageId, CancellationToken cancellationToken) =>
        CallAsync<IChannelEdits>(channelId, accountId, "delete", (edits, token) => edits.DeleteAsync(chat, messageId, token), cancellationToken);

    public Task<SendOutcome?> PollAsync(string channelId, string accountId, ChatAddress chat, ChannelPoll poll, CancellationToken cancellationToken) =>
        CallAsync<IChannelPolls>(channelId, accountId, "poll", (polls, token) => polls.PollAsync(chat, poll, token), cancellationToken);

    public Task<SendOutcome?> ReactAsync(
        string channelId, string accountId, ChatAddress chat, string messageId, string? emoji, CancellationToken cancellationToken) =>
        CallAsync<IChannelReactions>(channelId, accountId, "react", (reacts, token) => reacts.ReactAsync(chat, messageId, emoji, token), cancellationToken);

    private async Task<SendOutcome?> CallAsync<TAbility>(
        string channelId, string accountId, string what, Func<TAbility, CancellationToken, Task<SendOutcome>> call, CancellationToken cancellationToken)
        where TAbility : class
    {
        if (Running(channelId, accountId) is not { } made)
            return null;
        if (await TryEnterAsync(made, cancellationToken) is not { } place)
            return new SendRetryable("the plugin has too many calls already");
        return Clean(await _calls.CallAsync(
            made, what, (channel, token) => channel is TAbility able ? call(able, token) : Task.FromResult<SendOutcome>(IChannelSender.Unsupported), LongestChange, cancellationToken, place));
    }

    public async Task<bool> ShowTypingAsync(string channelId, string accountId, ChatAddress chat, CancellationToken cancellationToken) =>
        Running(channelId, accountId) is { } made
        && await TryEnterAsync(made, cancellationToken) is { } place
        && await _calls.CallAsync(made, "typing", (channel, token) => ShowAsync(channel, chat, token), LongestSign, cancellationToken, place);

    // Refused here, nothing was handed over.
    private static async ValueTask<PluginPlace?> TryEnterAsync(CreatedChannel made, CancellationToken cancellationToken)
    {
        try
        {
            return await made.Channel.Calls.EnterAsync(cancellationToken);
        }
        catch (PluginLimitException)
        {
            return null;
        }
    }

    private static async Task<bool> ShowAsync(IChannel channel, ChatAddress chat, CancellationToken cancellationToken)
    {
        if (channel is not IChannelTyping typing)
            return false;
        await typing.ShowTypingAsync(chat, cancellationToken);
        return true;
    }

    private CreatedChannel? Running(string channelId, string accountId) =>
        _accounts.Find(new AccountKey(channelId, accountId)) is { State.CanBeAsked: true } runner ? runner.Made : null;

    private SendOutcome Clean(SendOutcome? outcome) => outcome switch
    {
        SendRetryable retryable => retryable with { Reason = _calls.Clean(retryable.Reason) ?? "" },
        SendRefused refused => refused with { Reason = _calls.Clean(refused.Reason) ?? "" },
        SendNotLinked unlinked => unlinked with { Reason = _calls.Clean(unlinked.Reason) ?? "" },
        SendUnknown unknown => unknown with { Reason = _calls.Clean(unknown.Reason) ?? "" },
        SendAccepted accepted => accepted,
        _ => new SendUnknown("the channel gave no outcome"),
    };
}
