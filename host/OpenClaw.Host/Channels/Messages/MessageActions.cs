using OpenClaw.Channels;
using OpenClaw.Content;
using OpenClaw.Host.Channels.Outbox;
using OpenClaw.Host.Channels.Outbox.Sending;
using OpenClaw.Host.Channels.Text;
using OpenClaw.Host.Rpc;

namespace OpenClaw.Host.Channels.Messages;

/// <summary>
/// What clients may do with messages of a chat. What makes a message goes through the outbox; what changes one is done at once, since doing
/// it again does no harm.
/// </summary>
internal sealed class MessageActions(
    OutboundTargets targets, IChannelSender sender, OutboundSettings settings, SendRequests requests, OutboundSends sends, PollSends polls, ChannelLookups lookups)
{
    public async ValueTask<ActionResult> RunAsync(RpcCall call, ActionParams parameters, CancellationToken cancellationToken)
    {
        if (sender.Find(parameters.Channel) is not { } channel)
            throw NotSupported(parameters);
        return parameters.Action.Trim().ToLowerInvariant() switch
        {
            "send" => await SendAsync(call, parameters, cancellationToken),
            "poll" => await PollAsync(call, parameters, cancellationToken),
            "react" => await ReactAsync(call, parameters, cancellationToken),
            "edit" => await EditAsync(call, channel, parameters, cancellationToken),
            "delete" or "unsend" => await DeleteAsync(call, parameters, cancellationToken),
            "read" => await lookups.ReadAsync(call, parameters, TargetOf(parameters), cancellationToken),
            "directory" => await lookups.FindAsync(call, parameters, cancellationToken),
            _ => throw NotSupported(parameters),
        };
    }

    private async ValueTask<ActionResult> SendAsync(RpcCall call, ActionParams parameters, CancellationToken cancellationToken)
    {
        var send = new SendParams
        {
            To = parameters.Target,
            IdempotencyKey = parameters.IdempotencyKey,
            Message = parameters.Text("message", "text", "content", "caption"),
            MediaUrl = parameters.Text("media", "mediaUrl", "path", "filePath"),
            MediaUrls = parameters.Texts("mediaUrls"),
            Buffer = parameters.Text("buffer"),
            Filename = parameters.Text("filename"),
            ContentType = parameters.Text("contentType", "mimeType"),
            Channel = parameters.Channel,
            AccountId = parameters.AccountId,
            ThreadId = parameters.ThreadId,
            ReplyToId = parameters.ReplyToId,
            Silent = parameters.Flag("silent"),
        };
        var entry = await requests.OfAsync(call, send, cancellationToken);
        var row = await sends.SendAsync(call, entry, cancellationToken);
        return row.State == OutboxState.Sent
            ? Done(parameters, row.AccountId) with
            {
                RunId = parameters.IdempotencyKey,
                ChatId = row.ChatId ?? entry.Content.ChatId,
                MessageId = row.MessageIds is [.., var last] ? last : null,
            }
            : throw OutboundSends.FailureOf(call, row);
    }

    private async ValueTask<ActionResult> PollAsync(RpcCall call, ActionParams parameters, CancellationToken cancellationToken)
    {
        var options = parameters.Texts("pollOption", "pollOptions", "options") ?? [];
        var poll = new PollParams
        {
            To = parameters.Target,
            Question = parameters.Text("pollQuestion", "question") ?? throw ActionParams.Wrong("pollQuestion is missing"),
            Options = options,
            MaxSelections = parameters.Number("maxSelections") ?? (parameters.Flag("pollMulti", "multi") == true ? Math.Max(1, options.Count) : null),
            DurationHours = parameters.Number("pollDurationHours", "durationHours"),
            DurationSeconds = parameters.Number("pollDurationSeconds", "durationSeconds"),
            IsAnonymous = parameters.Flag("pollAnonymous", "isAnonymous") ?? (parameters.Flag("pollPublic") == true ? false : null),
            Silent = parameters.Flag("silent"),
            ThreadId = parameters.ThreadId,
            Channel = parameters.Channel,
            AccountId = parameters.AccountId,
            IdempotencyKey = parameters.IdempotencyKey,
        };
        var receipt = await polls.SendAsync(call, poll, cancellationToken);
        return Done(parameters, parameters.AccountId) with { RunId = receipt.RunId, ChatId = receipt.ChatId, MessageId = receipt.MessageId };
    }

    private ValueTask<ActionResult> ReactAsync(RpcCall call, ActionParams parameters, CancellationToken cancellationToken)
    {
        var emoji = parameters.Flag("remove") == true ? null : parameters.Text("emoji") ?? throw ActionParams.Wrong("emoji is missing: say which, or remove: true");
        var message = parameters.MessageId;
        return ChangeAsync(call, parameters, (at, token) => sender.ReactAsync(at.Channel, at.AccountId, ChatOf(at), message, emoji, token), cancellationToken);
    }

    private ValueTask<ActionResult> EditAsync(RpcCall call, ChannelDescriptor channel, ActionParams parameters, CancellationToken cancellationToken)
    {
        var text = parameters.Text("message", "text", "content")?.Trim() ?? throw ActionParams.Wrong("message is missing: say what it becomes");
        var message = parameters.MessageId;
        return ChangeAsync(
            call,
            parameters,
            (at, token) =>
            {
                var limit = settings.TextLimit(channel, at.AccountId);
                return TextLength.Of(text, channel.TextUnit) <= limit
                    ? sender.EditAsync(at.Channel, at.AccountId, ChatOf(at), message, [new TextPart(text)], token)
                    : throw ActionParams.Wrong($"message is longer than the {limit} characters that one message of channel {channel.Id} takes");
            },
            cancellationToken);
    }

    private ValueTask<ActionResult> DeleteAsync(RpcCall call, ActionParams parameters, CancellationToken cancellationToken)
    {
        var message = parameters.MessageId;
        return ChangeAsync(call, parameters, (at, token) => sender.DeleteAsync(at.Channel, at.AccountId, ChatOf(at), message, token), cancellationToken);
    }

    private async ValueTask<ActionResult> ChangeAsync(
        RpcCall call, ActionParams parameters, Func<OutboundTarget, CancellationToken, Task<SendOutcome?>> change, CancellationToken cancellationToken)
    {
        var at = TargetOf(parameters);
        SendOutcome? outcome;
        try
        {
            outcome = await change(at, cancellationToken);
        }
        catch (Exception error) when (error is not (RpcException or OperationCanceledException))
        {
            // The border to the plugin; what comes out of it is safe to show.
            throw RpcException.Unavailable($"{call.Method}: {error.Message}");
        }

        return outcome switch
        {
            SendAccepted accepted => Done(parameters, at.AccountId) with { ChatId = accepted.ChatId ?? at.ChatId, MessageId = parameters.MessageId },
            _ => throw ActionFailures.Of(call, parameters, at, outcome),
        };
    }

    private OutboundTarget TargetOf(ActionParams parameters)
    {
        try
        {
            return targets.Resolve(parameters.Target, parameters.Channel, parameters.AccountId, parameters.ThreadId);
        }
        catch (OutboundTargetException error)
        {
            throw RpcException.InvalidRequest(error.Message);
        }
    }

    private static ActionResult Done(ActionParams parameters, string? account) =>
        new() { Action = parameters.Action, Channel = parameters.Channel, AccountId = account };

    private static ChatAddress ChatOf(OutboundTarget target) => new(target.ChatId, target.Kind, target.ThreadId);

    private static RpcException NotSupported(ActionParams parameters) =>
        RpcException.InvalidRequest($"Channel {parameters.Channel} does not support action {parameters.Action}.");
}
