using OpenClaw.Host.Agents.Conversations;
using OpenClaw.Host.Agents.Events;
using OpenClaw.Host.Agents.Models;
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
    AgentRuntime runtime,
    RunStore runs,
    ConversationResets resets,
    CommandAnswers answers,
    ModelNames models,
    SessionFeed feed,
    IEventPublisher publisher,
    TimeProvider time)
{
    private const string Soft = "soft";

    /// <param name="giver">Who gives the commands.</param>
    /// <param name="request">The message.</param>
    /// <param name="commands">The commands in it, one or several; their giver may give them.</param>
    /// <param name="cancellationToken">Gives up before a command has an effect.</param>
    /// <exception cref="RunRefusedException">What follows the command was refused.</exception>
    public async ValueTask<RunTicket> RunAsync(
        CommandGiver giver, RunRequest request, IReadOnlyList<CommandLine> commands, CancellationToken cancellationToken)
    {
        if (await FindAsync(request, commands[0], cancellationToken) is { } known)
            return known;
        if (commands[0].Name is ChatCommands.New or ChatCommands.Reset)
            return await BeginAnewAsync(request, commands[0], cancellationToken);
        var texts = new List<string>();
        foreach (var command in commands)
            texts.Add(await answers.OfAsync(giver, request.Session, command, cancellationToken));
        var ticket = await AnswerAsync(request, string.Join("\n\n", texts));
        foreach (var command in commands.Where(_ => ticket.IsNew))
            answers.Answered(giver, command);
        return ticket;
    }

    /// <summary>Answers questions to the gateway that stand in a message for the agent, each once.</summary>
    public async ValueTask AnswerBesideAsync(CommandGiver giver, RunRequest request, InlineDirectives inline, CancellationToken cancellationToken)
    {
        foreach (var question in inline.Questions)
        {
            var beside = request with
            {
                RunId = $"{request.RunId}:{question.Name}",
                Input = request.Input with { Message = $"/{question.Name}", Media = null },
                Beside = null,
                Expected = null,
            };
            await RunAsync(giver, beside, [question], cancellationToken);
        }
    }

    /// <summary>What the same command has led to before.</summary>
    /// <exception cref="RunRefusedException">The key stands for another request.</exception>
    public async ValueTask<RunTicket?> FindAsync(RunRequest request, CommandLine command, CancellationToken cancellationToken)
    {
        // What was written behind a command that begins a conversation was stored without the command.
        return await runtime.FindAsync(request.RunId, cancellationToken) is not { } known ? null
            : request.Repeats(known.Run) || (Plan(request, command) is { } plan && plan.Repeats(known.Run)) ? known
            : throw RunRefusedException.Invalid("idempotencyKey was already used for a different request; send a new one with a fresh key");
    }

    private ValueTask<RunTicket> BeginAnewAsync(RunRequest request, CommandLine command, CancellationToken cancellationToken)
    {
        var plan = Plan(request, command)!;
        var hasMessage = plan.Input.Message.Length > 0;
        if (plan.Start is null)
            return hasMessage ? runtime.SubmitAsync(plan, cancellationToken) : AnswerAsync(request, "The conversation stays as it is; what it is told about itself is written anew with each message.");
        if (runtime.IsTakenByOwner(request))
            return AnswerAsync(request, "An owner's message is being answered in this conversation; write this again when that is done.");
        // Before anything is ended for it.
        runtime.Check(plan);
        if (hasMessage)
            return resets.BeginAnewAsync(plan, () => runtime.SubmitAsync(plan, cancellationToken), cancellationToken);
        var alone = plan with { Input = request.Input };
        var said = command.Name == ChatCommands.New ? "A new conversation begins." : "The conversation is empty now.";
        return resets.BeginAnewAsync(alone, () => AnswerAsync(alone, said), cancellationToken);
    }

    /// <summary>What becomes of a message that begins a new conversation: its first message, and what is chosen for it.</summary>
    private RunRequest? Plan(RunRequest request, CommandLine command)
    {
        var (first, rest) = Split(command.Rest);
        switch (command.Name)
        {
            case ChatCommands.Reset when first.Equals(Soft, StringComparison.OrdinalIgnoreCase):
                return request with { Input = request.Input with { Message = rest } };
            case ChatCommands.New when !command.ChoosesNoModel && models.Find(request.Session.AgentId, first) is { } model:
                return Anew(request, rest, command.Name, settings => settings with { Provider = model.Provider, Model = model.Model });
            case ChatCommands.New or ChatCommands.Reset:
                return Anew(request, command.Rest, command.Name, choose: null);
            default:
                return null;
        }
    }

    private static RunRequest Anew(RunRequest request, string message, string reason, Func<SessionSettings, SessionSettings>? choose) => request with
    {
        Input = request.Input with { Message = message },
        Expected = request.Expected?.OfSessionAlone,
        Start = new SessionStart(reason) { Choose = choose },
    };

    private static (string First, string Others) Split(string words)
    {
        var end = words.AsSpan().IndexOfAny(' ', '\t', '\n');
        return end < 0 ? (words, string.Empty) : (words[..end], words[end..].Trim());
    }

    private async ValueTask<RunTicket> AnswerAsync(RunRequest request, string text)
    {
        // In one piece: a command that was taken and not answered would be a message for the model after a restart.
        var answer = GatewayNote.Said(text, time.UnixMs) with
        {
            IdempotencyKey = request.RunId,
            Other = TranscriptMembers.Of(TranscriptMembers.ExcludeFromContext, TranscriptMembers.True),
            Marks = new TranscriptMarks { Other = TranscriptMembers.Of("contextFreeCommand", TranscriptMembers.True) },
        };
        var outcome = new RunOutcome { Reply = text, StopReason = MessageStopReasons.Stop, IsCommand = true };
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
