using OpenClaw.Channels;
using OpenClaw.Content;
using OpenClaw.Host.Channels.Outbox;
using OpenClaw.Host.Sessions.Runs;

namespace OpenClaw.Host.Channels.Drafts;

/// <summary>One message of a draft: sent once, and changed from then on.</summary>
internal sealed class DraftMessage(IChannelSender sender, ReplyRoute route, string key, bool silent)
{
    /// <summary>The platform's id of it; nothing before it was sent.</summary>
    public string? Id { get; private set; }

    /// <summary>What it shows.</summary>
    public string Text { get; private set; } = "";

    /// <param name="text">What it is to show.</param>
    /// <param name="cancellationToken">Not the end of the run, but of a deadline: what was begun has to be known, and the answer waits for it.</param>
    public async Task<SendOutcome?> ShowAsync(string text, CancellationToken cancellationToken)
    {
        var chat = new ChatAddress(route.ChatId, route.ChatKind, route.ThreadId);
        IReadOnlyList<MessagePart> parts = [new TextPart(text)];
        var outcome = Id is { } id
            ? await sender.EditAsync(route.Channel, route.AccountId, chat, id, parts, cancellationToken)
            : await sender.SendAsync(
                route.Channel,
                route.AccountId,
                new OutboundMessage { IdempotencyKey = key, Chat = chat, Parts = parts, Silent = silent, AnswersMessageId = route.ReplyToMessageId, IsDraft = true },
                cancellationToken);
        if (outcome is SendAccepted sent)
        {
            Id ??= sent.MessageId;
            Text = text;
        }

        return outcome;
    }
}
