using OpenClaw.Channels.Discord.Api;
using OpenClaw.Channels.Discord.Commands;
using OpenClaw.Channels.Discord.State;
using OpenClaw.Content;

namespace OpenClaw.Channels.Discord.Sending;

/// <summary>
/// Answers commands where they were given: the first message takes the place of "is thinking", the others come behind it. Writing the first
/// one again changes nothing; of the others Discord knows no key, so what may have arrived is not repeated.
/// </summary>
internal sealed class AnswerSender(MessageApi api, OpenInteractions interactions, MessageBody bodies, OpenSends open)
{
    private const string Refusal = "You are not authorized to use this command.";

    /// <returns>Nothing where the message answers no command, or Discord does not wait for its answer any more.</returns>
    public async Task<SendOutcome?> TrySendAsync(OutboundMessage message, IReadOnlyList<Media> files, CancellationToken cancellationToken)
    {
        // All would see it: what only one person sees cannot be changed as messages are.
        if (message.IsDraft && interactions.Has(message.AnswersMessageId))
            return new SendRefused("no_draft", "the answer to a command is shown when it is whole");
        // Before that Discord knows of no answer, and what is meant for one person would be refused there and shown to all.
        if (!await interactions.UntilToldAsync(message.AnswersMessageId, cancellationToken))
            return new SendRetryable("Discord was not told yet that the command will be answered");
        if (interactions.Find(message.AnswersMessageId) is not { } asked)
            return null;
        var body = bodies.Of(message);
        body.Remove("message_reference");
        var isFirst = interactions.Claim(asked.Id, message.IdempotencyKey);
        // The first one is what the command was acknowledged with; those behind it are seen by all unless they say otherwise.
        if (!isFirst && asked.IsEphemeral)
            body["flags"] = ((int?)body["flags"] ?? 0) | InteractionDesk.OnlyForWhoAsked;
        var content = UploadForm.Of(body, files);
        var outcome = isFirst
            ? await EditAsync(asked, content, cancellationToken)
            : await open.SendAsync(Nonce.Of(message.IdempotencyKey), TimeSpan.Zero, async () => MessageSender.Accepted(
                await api.FollowUpAsync(asked.ApplicationId, asked.Token, content, cancellationToken)));
        if (outcome is not SendRefused)
            return outcome;
        // Too late, or gone: it becomes a message like any other, where it may be seen.
        interactions.Close(asked.Id);
        return null;
    }

    /// <returns>The direct chat where an answer goes that only who gave the command may see; nothing where it may stand in the chat.</returns>
    public ChatAddress? PrivateChatOf(OutboundMessage message) =>
        interactions.OnlyFor(message.AnswersMessageId) is { } person ? new ChatAddress(person, ChatKind.Direct) : null;

    public async Task RefuseAsync(string interactionId, CancellationToken cancellationToken)
    {
        if (!await interactions.UntilToldAsync(interactionId, cancellationToken) || interactions.Find(interactionId) is not { } asked)
            return;
        interactions.Remove(interactionId);
        await EditAsync(asked, JsonBody.Of(bodies.Text(Refusal)), cancellationToken);
    }

    private async Task<SendOutcome> EditAsync(SavedInteraction asked, Func<CancellationToken, ValueTask<HttpContent>> content, CancellationToken cancellationToken)
    {
        try
        {
            return MessageSender.Accepted(await api.EditAnswerAsync(asked.ApplicationId, asked.Token, content, cancellationToken));
        }
        catch (ApiException error)
        {
            return Outcomes.OfRepeatable(error);
        }
        catch (IOException error)
        {
            return new SendRefused("file_gone", $"the file cannot be read: {error.GetType().Name}");
        }
    }
}
