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
        if (interactions.Find(message.AnswersMessageId) is not { } asked)
            return null;
        var body = bodies.Of(message);
        body.Remove("message_reference");
        var content = UploadForm.Of(body, files);
        var isFirst = interactions.Claim(asked.Id, message.IdempotencyKey);
        var outcome = isFirst
            ? await EditAsync(asked, content, cancellationToken)
            : await open.SendAsync(Nonce.Of(message.IdempotencyKey), TimeSpan.Zero, async () => MessageSender.Accepted(
                await api.FollowUpAsync(asked.ApplicationId, asked.Token, content, cancellationToken)));
        if (outcome is not SendRefused)
            return outcome;
        // Too late, or gone: it becomes a message like any other.
        interactions.Remove(asked.Id);
        return null;
    }

    public async Task RefuseAsync(string interactionId, CancellationToken cancellationToken)
    {
        if (interactions.Find(interactionId) is not { } asked)
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
