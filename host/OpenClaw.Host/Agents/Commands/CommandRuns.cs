using OpenClaw.Host.Agents.Conversations;
using OpenClaw.Host.Agents.Events;
using OpenClaw.Host.Agents.Runs;
using OpenClaw.Host.Events;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Sessions.Feed;
using OpenClaw.Host.Sessions.Runs;
using OpenClaw.Host.Sessions.Transcript;
using OpenClaw.Protocol.Chat;
using OpenClaw.Protocol.Events;

namespace OpenClaw.Host.Agents.Commands;

/// <summary>Answers commands as runs that are over at once: a repeated key gives the same answer, and the history shows both sides.</summary>
internal sealed class CommandRuns(
    AgentRuntime runtime, RunStore runs, ConversationResets resets, CommandAnswers answers, SessionFeed feed, IEventPublisher publisher, TimeProvider time)
{
    /// <param name="giver">Who gives the command, as that person is told.</param>
    /// <param name="request">The message.</param>
    /// <param name="command">The command in it; its giver may give it.</param>
    /// <param name="cancellationToken">Gives up before the command has an effect.</param>
    /// <exception cref="RunRefusedException">What follows the command was refused.</exception>
    public async ValueTask<RunTicket> RunAsync(string giver, RunRequest request, CommandLine command, CancellationToken cancellationToken)
    {
        if (await FindAsync(request, command, cancellationToken) is { } known)
            return known;
        if (command.Name is not (ChatCommands.New or ChatCommands.Reset))
            return await AnswerAsync(request, await answers.OfAsync(giver, request.Session, command, cancellationToken));
        await resets.ResetAsync(request.Session, command.Name, entry => request.Expected?.Check(entry), cancellationToken);
        // What the caller expected has been found true, and is gone with the reset.
        request = request with { Expected = null };
        if (command.Rest.Length > 0)
            return await runtime.SubmitAsync(Rest(request, command), cancellationToken);
        return await AnswerAsync(request, command.Name == ChatCommands.New ? "A new conversation begins." : "The conversation is empty now.");
    }

    /// <summary>What the same command has led to before.</summary>
    /// <exception cref="RunRefusedException">The key stands for another request.</exception>
    public async ValueTask<RunTicket?> FindAsync(RunRequest request, CommandLine command, CancellationToken cancellationToken)
    {
        // What was written behind a command that begins a conversation was stored without the command.
        return await runtime.FindAsync(request.RunId, cancellationToken) is not { } known ? null
            : request.Repeats(known.Run) || Rest(request, command).Repeats(known.Run) ? known
            : throw RunRefusedException.Invalid("idempotencyKey was already used for a different request; send a new one with a fresh key");
    }

    private static RunRequest Rest(RunRequest request, CommandLine command) => request with { Input = request.Input with { Message = command.Rest } };

    private async ValueTask<RunTicket> AnswerAsync(RunRequest request, string text)
    {
        // From here on the caller's patience does not count: what is accepted must also be answered.
        var admission = await runs.AcceptAsync(
            request.Session, request.RunId, request.Surface, request.Input, request.Beside, request.Expected, displaced: null, CancellationToken.None);
        if (!admission.IsNew)
            return new RunTicket(admission.Run, IsNew: false, Task.FromResult(admission.Run));
        var question = UserMessages.Of(admission.Run) with { Other = TranscriptMembers.Of(TranscriptMembers.ExcludeFromContext, TranscriptMembers.True) };
        var answer = GatewayNote.Said(text, time.UnixMs) with
        {
            IdempotencyKey = request.RunId,
            Other = TranscriptMembers.Of(TranscriptMembers.ExcludeFromContext, TranscriptMembers.True),
            Marks = new TranscriptMarks { Other = TranscriptMembers.Of("contextFreeCommand", TranscriptMembers.True) },
        };
        var outcome = new RunOutcome { Reply = text, StopReason = MessageStopReasons.Stop };
        var ended = await runs.AnswerAsync(admission.Run, outcome, [question, answer], CancellationToken.None);
        new RunEvents(publisher, feed, time, ended).Publish(
            batch => batch.Chat(ChatStates.Final, chat => chat with { AgentId = null, Message = answer }));
        feed.Changed(ended.SessionKey, ChangeReasons.Send);
        return new RunTicket(ended, IsNew: true, Task.FromResult(ended));
    }
}
