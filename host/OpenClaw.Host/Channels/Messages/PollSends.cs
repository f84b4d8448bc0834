using OpenClaw.Channels;
using OpenClaw.Host.Channels.Outbox;
using OpenClaw.Host.Channels.Outbox.Sending;
using OpenClaw.Host.Rpc;

namespace OpenClaw.Host.Channels.Messages;

/// <summary>Polls that clients ask for, by way of the outbox.</summary>
internal sealed class PollSends(OutboundTargets targets, IChannelSender sender, OutboundSends sends)
{
    private const int MaxKeyLength = 512;
    private const int MaxOptions = 12;
    private const int MaxText = 1_024;

    /// <exception cref="RpcException">It was not taken, or has not ended in time.</exception>
    public async ValueTask<SendReceipt> SendAsync(RpcCall call, PollParams parameters, CancellationToken cancellationToken)
    {
        var options = parameters.Options.Select(static option => option.Trim()).ToList();
        Refuse(call, parameters.IdempotencyKey.Length > MaxKeyLength, $"idempotencyKey is longer than {MaxKeyLength} characters");
        Refuse(call, options.Count is < 2 or > MaxOptions, $"a poll has 2 to {MaxOptions} options, not {options.Count}");
        Refuse(call, options.Append(parameters.Question).Any(static text => text.Trim().Length is 0 or > MaxText), $"the question and the options have 1 to {MaxText} characters");
        Refuse(call, options.Distinct(StringComparer.OrdinalIgnoreCase).Count() < options.Count, "two options are the same");
        Refuse(call, parameters.MaxSelections > options.Count, $"maxSelections is {parameters.MaxSelections}, but there are {options.Count} options");
        var target = TargetOf(parameters);
        if (sender.Find(target.Channel)?.Abilities.HasFlag(ChannelAbilities.Polls) != true)
            throw RpcException.InvalidRequest($"unsupported poll channel: {target.Channel}");
        var row = await sends.SendAsync(call, EntryOf(call, parameters, options, target), cancellationToken);
        return row.State == OutboxState.Sent
            ? new SendReceipt(parameters.IdempotencyKey, row.MessageIds is [.., var last] ? last : null, row.Channel, row.ChatId ?? target.ChatId)
            : throw OutboundSends.FailureOf(call, row);
    }

    private static OutboxEntry EntryOf(RpcCall call, PollParams parameters, IReadOnlyList<string> options, OutboundTarget target) => new()
    {
        Key = OutboxKeys.OfSend(call.Caller.Identity, $"poll:{parameters.IdempotencyKey}"),
        Kind = OutboxKinds.Send,
        Channel = target.Channel,
        AccountId = target.AccountId,
        Content = new OutboundContent
        {
            ChatId = target.ChatId,
            ChatKind = target.Kind,
            ThreadId = target.ThreadId,
            Text = parameters.Question.Trim(),
            Silent = parameters.Silent is true,
            Poll = new OutboundPoll
            {
                Options = options,
                MaxSelections = (int)(parameters.MaxSelections ?? 1),
                OpenForSeconds = parameters.DurationSeconds ?? (parameters.DurationHours is { } hours ? Math.Min(hours, 168) * 3_600 : null),
                IsAnonymous = parameters.IsAnonymous,
            },
        },
    };

    private OutboundTarget TargetOf(PollParams parameters)
    {
        try
        {
            return targets.Resolve(parameters.To, parameters.Channel, parameters.AccountId, parameters.ThreadId);
        }
        catch (OutboundTargetException error)
        {
            throw RpcException.InvalidRequest(error.Message.Replace("unsupported channel:", "unsupported poll channel:", StringComparison.Ordinal));
        }
    }

    private static void Refuse(RpcCall call, bool wrong, string why)
    {
        if (wrong)
            throw RpcException.InvalidRequest($"invalid {call.Method} params: {why}");
    }
}
