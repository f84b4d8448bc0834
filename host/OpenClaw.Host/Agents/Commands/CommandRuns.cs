using OpenClaw.Host.Agents.Conversations;
using OpenClaw.Host.Agents.Events;
using OpenClaw.Host.Agents.Runs;
using OpenClaw.Host.Events;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Sessions.Feed;
using OpenClaw.Host.Sessions.Resets;
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
        request = request with { Expected = request.Expected?.OfSessionAlone, Start = new SessionStart(command.Name) };
        return await resets.BeginAnewAsync(request, () => BeginAsync(request, command, cancellationToken), cancellationToken);
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

    private ValueTask<RunTicket> BeginAsync(RunRequest request, CommandLine command, CancellationToken cancellationToken) => command.Rest.Length > 0
        ? runtime.SubmitAsync(Rest(request, command), cancellationToken)
        : AnswerAsync(request, command.Name == ChatCommands.New ? "A new conversation begins." : "The conversation is empty now.");

    private static RunRequest Rest(RunRequest request, CommandLine command) => request with { Input = request.Input with { Message = command.Rest } };

    private async ValueTask<RunTicket> AnswerAsync(RunRequest request, string text)
    {
        // In one piece: a command that was taken and not answered would be a message for the model after a restart.
        var answer = GatewayNote.Said(text, time.UnixMs) with
        {
            IdempotencyKey = request.RunId,
            Other = TranscriptMembers.Of(TranscriptMembers.ExcludeFromContext, TranscriptMembers.True),
            Marks = new TranscriptMarks { Other = TranscriptMembers.Of("contextFreeCommand", TranscriptMembers.True) },
        };
        var outcome = new RunOutcome { Reply = text, StopReason = MessageStopReasons.Stop };
        var admission = await runs.AcceptAnsweredAsync(request.ToOrder(), outcome, run => [QuestionOf(run), answer], CancellationToken.None);
        var ended = admission.Run;
        if (!admission.IsNew)
            return new RunTicket(ended, IsNew: false, Task.FromResult(ended));
        if (admission.StartedOver is { } reason)
            feed.Changed(ended.SessionKey, reason);
        new RunEvents(publisher, feed, time, ended).Publish(
            batch => batch.Chat(ChatStates.Final, chat => chat with { AgentId = null, Message = answer }));
        feed.Changed(ended.SessionKey, ChangeReasons.Send);
        return new RunTicket(ended, IsNew: true, Task.FromResult(ended));
    }

    private static TranscriptMessage QuestionOf(RunRecord run) =>
        UserMessages.Of(run) with { Other = TranscriptMembers.Of(TranscriptMembers.ExcludeFromContext, TranscriptMembers.True) };
}
