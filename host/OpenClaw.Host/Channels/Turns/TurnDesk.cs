using OpenClaw.Channels;
using OpenClaw.Host.Agents;
using OpenClaw.Host.Agents.Commands;
using OpenClaw.Host.Channels.Accounts;
using OpenClaw.Host.Channels.Admission;
using OpenClaw.Host.Channels.Hooks;
using OpenClaw.Host.Channels.Inbox;
using OpenClaw.Host.Channels.Reactions;
using OpenClaw.Host.Channels.Routing;
using OpenClaw.Host.Channels.Verdicts;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Sessions.Runs;

namespace OpenClaw.Host.Channels.Turns;

/// <summary>Takes one received message to where it belongs: to an agent, to the context of the next one, or nowhere.</summary>
internal sealed partial class TurnDesk(
    ChannelBoard board,
    MessageRouter router,
    TurnBatch batches,
    InboxStore store,
    StrangerDesk strangers,
    ChatNotices notices,
    DeadLetters letters,
    AgentRuntime runtime,
    CommandRuns commands,
    TurnCommands words,
    SessionStore sessions,
    IConfigSource configuration,
    ILogger<TurnDesk> logger,
    ReactionDesk reactions,
    BotLoops loops,
    ChatMoves moves,
    ReceivedMessages? received = null,
    VerdictDesk? verdicts = null)
{
    /// <returns>How long to wait before the message is looked at again; nothing when it is settled.</returns>
    /// <exception cref="RunRefusedException">The agents take nothing now.</exception>
    public async ValueTask<TimeSpan?> HandleAsync(InboxRow row, CancellationToken cancellationToken)
    {
        var policy = PolicyOf(row);
        var (session, problem) = Route(row);
        var said = words.Read(row, session);
        var verdict = await DecideAsync(row, policy, session, said.Command, cancellationToken);
        if (ChatMoves.Of(row.Message.ChatId, row.Message.Facts ?? default) is var (former, next))
            await moves.MovedAsync(row.Account, former, next, cancellationToken);
        if (row.Message.Reaction is not null)
        {
            await reactions.SettleAsync(row, session, verdict, cancellationToken);
            return null;
        }

        switch (verdict.Kind)
        {
            case VerdictKind.Turn when row.Message.Problem is { } reason:
                await letters.KeepAsync(row, reason, $"The message could not be taken: {reason}.", cancellationToken);
                return null;
            case VerdictKind.Turn when session is null:
                await letters.KeepAsync(row, problem!, "No agent is set up for this chat.", cancellationToken);
                return null;
            case VerdictKind.Turn:
                return await TurnAsync(row, session, said, policy, verdict.IsAddressed, cancellationToken);
            case VerdictKind.Pair:
                await strangers.AnswerAsync(row, cancellationToken);
                return null;
            case VerdictKind.Hold when policy.HistoryLimit > 0:
                await store.HoldAsync(row, policy.HistoryLimit, cancellationToken);
                verdicts?.Kept(row);
                return null;
            default:
                LogDropped(logger, row.Id, row.Account.ToString(), verdict.Reason);
                await store.SettleAsync(row, InboxState.Dropped, verdict.Reason, cancellationToken);
                verdicts?.Refused(row);
                return null;
        }
    }

    /// <summary>Sets a message aside that could not be handled, and tells its sender if the agent would have answered.</summary>
    public async ValueTask GiveUpAsync(InboxRow row, RunRefusedException? refused, CancellationToken cancellationToken)
    {
        var (reason, told) = refused is null
            ? ("it could not be handled; the log says why", "The message could not be handled. It is kept, and who runs this assistant can have it handled again.")
            : (refused.Message, $"The message could not be answered: {refused.Message}");
        await letters.KeepAsync(row, reason, await IsForAgentAsync(row, cancellationToken) ? told : null, cancellationToken);
    }

    private async ValueTask<bool> IsForAgentAsync(InboxRow row, CancellationToken cancellationToken)
    {
        try
        {
            var session = Route(row).Session;
            var verdict = await DecideAsync(row, PolicyOf(row), session, words.Read(row, session).Command, cancellationToken);
            return verdict.Kind == VerdictKind.Turn;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // Whatever broke the message breaks this too; who may not be answered hears nothing.
            LogUndecided(logger, row.Id, error);
            return false;
        }
    }

    private AccountPolicy PolicyOf(InboxRow row) =>
        AccountPolicy.Of(board.AccountOf(row.Account.Channel, row.Account.Account), configuration.Current.Raw);

    private (SessionAddress? Session, string? Problem) Route(InboxRow row)
    {
        try
        {
            return (router.Of(row.Account, row.Message), null);
        }
        catch (SessionKeyException error)
        {
            return (null, error.Message);
        }
    }

    private async ValueTask<Verdict> DecideAsync(
        InboxRow row, AccountPolicy policy, SessionAddress? session, CommandLine? command, CancellationToken cancellationToken)
    {
        var config = configuration.Current;
        // A word that somebody says in a group may be meant for anybody there.
        var isCommand = command is not null && (!command.IsWord || row.Message.ChatKind == ChatKind.Direct);
        var addressed = row.Message.Mentioned || isCommand
            || MentionPatterns.Matches(row.Message.Text, session is null ? null : config.Agents.Find(session.AgentId), config.Raw);
        var isPaired = row.Message.ChatKind == ChatKind.Direct && policy.Dm == DmPolicy.Pairing && await strangers.IsPairedAsync(row, cancellationToken);
        var activation = row.Message.ChatKind != ChatKind.Direct && !addressed && session is not null
            ? (await sessions.FindAsync(session.Key, cancellationToken))?.Settings.GroupActivation
            : null;
        var verdict = AdmissionRules.Decide(policy, row.Message, isPaired, addressed, activation) with { IsAddressed = addressed };
        return verdict.Kind != VerdictKind.Turn || loops.Admits(row, board.AccountOf(row.Account.Channel, row.Account.Account).Settings)
            ? verdict
            : Verdict.Drop("two bots answer each other");
    }

    private async ValueTask<TimeSpan?> TurnAsync(
        InboxRow row, SessionAddress session, ParsedMessage message, AccountPolicy policy, bool isAddressed, CancellationToken cancellationToken)
    {
        var command = message.Command;
        if (command is { Name: ChatCommands.Stop })
        {
            // First what waits, or it would take the place of what is ended. Both may be done again after a kill.
            var dropped = await store.DropWaitingBeforeAsync(row, cancellationToken);
            var ended = await runtime.AbortAsync(session.Key, runId: null, cancellationToken);
            var said = ended.Count + dropped > 0 ? "Stopped." : "Nothing is running.";
            await notices.SettleAsync(row, InboxState.Turned, "stop", $"stop:{row.Id}", said, cancellationToken);
            verdicts?.Taken([row], session, isAddressed);
            return null;
        }

        var (rows, wait) = await batches.GatherAsync(row, cancellationToken);
        if (wait is not null)
            return wait;
        var held = command is null && row.Message.ChatKind != ChatKind.Direct ? await store.HeldAsync(row, policy.HistoryLimit, cancellationToken) : [];
        if (command is not null)
        {
            var given = RequestOf(rows, held, session, command);
            return await SettledAsync(await commands.RunAsync(words.GiverOf(row), given, message.Commands, cancellationToken), rows, held, session, isAddressed, cancellationToken);
        }

        if (received is not null)
        {
            rows = await received.FilterAsync(rows, cancellationToken);
            if (rows.Count == 0)
                return null;
            held = await received.FilterAsync(held, cancellationToken);
        }

        var (plain, inline) = words.WithoutDirectives(rows, session);
        var request = RequestOf(plain, held, session, command);
        if (inline is not null)
        {
            await commands.AnswerBesideAsync(words.GiverOf(row), request, inline, cancellationToken);
            request = request with { Input = inline.ApplyTo(request.Input) };
        }

        return await SettledAsync(await runtime.SubmitAsync(request, cancellationToken), rows, held, session, isAddressed, cancellationToken);
    }

    private async ValueTask<TimeSpan?> SettledAsync(
        RunTicket ticket, IReadOnlyList<InboxRow> rows, List<InboxRow> held, SessionAddress session, bool isAddressed, CancellationToken cancellationToken)
    {
        if (ticket.IsNew)
        {
            verdicts?.Taken(rows, session, isAddressed);
        }
        else
        {
            // Stored by a process that died before it could settle the messages, or by an older contract.
            foreach (var one in rows.Concat(held))
                await store.SettleAsync(one, InboxState.Turned, reason: null, cancellationToken);
        }

        return null;
    }

    private RunRequest RequestOf(IReadOnlyList<InboxRow> rows, List<InboxRow> held, SessionAddress session, CommandLine? command)
    {
        var first = rows[0];
        var message = rows[^1].Message;
        var runId = TurnIds.Of(first);
        var input = new RunInput
        {
            Message = command is null ? TurnText.Of(rows, held) : message.Text,
            ClientId = first.Account.Channel,
            ClientMode = "channel",
            ExtraSystemPrompt = ChatPrompts.Of(board.AccountOf(first.Account.Channel, first.Account.Account).Settings, message),
            Media = [.. rows.SelectMany(static row => row.Message.Media).Select(TurnMedia.Of).OfType<RunMedia>()],
            SenderIsOwner = CommandRights.IsOwner(message, first.Account.Channel, configuration.Current.Raw),
            Route = new ReplyRoute
            {
                Channel = first.Account.Channel,
                AccountId = first.Account.Account,
                ChatId = message.ChatId,
                ChatKind = message.ChatKind,
                ThreadId = message.ThreadId,
                ReplyToMessageId = rows[^1].PlatformId,
                IsBatch = rows.Count > 1,
                TellsFailures = message.ChatKind == ChatKind.Direct || message.Mentioned,
            },
        };
        return new RunRequest(runId, session, RunSurface.Channel, input) { Beside = store.Turning([.. rows, .. held], runId) };
    }

    [LoggerMessage(8611, LogLevel.Debug, "Message {Id} of account {Account} was not taken: {Reason}")]
    private static partial void LogDropped(ILogger logger, long id, string account, string reason);

    [LoggerMessage(8612, LogLevel.Debug, "Whether message {Id} was meant for an agent cannot be told.")]
    private static partial void LogUndecided(ILogger logger, long id, Exception error);
}
