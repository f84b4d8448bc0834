using System.Threading.Channels;
using OpenClaw.Channels;
using OpenClaw.Host.Channels.Accounts;
using OpenClaw.Host.Channels.Admission;
using OpenClaw.Host.Channels.Inbox;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Sessions;

namespace OpenClaw.Host.Channels.Verdicts;

/// <summary>Tells channels what was decided about their messages, and puts a reaction below those that were taken. Nothing waits for it.</summary>
internal sealed partial class VerdictDesk(ChannelAccounts accounts, AccountAbilities abilities, ChannelBoard board, IConfigSource configuration, ILogger<VerdictDesk> logger)
    : BackgroundService
{
    private const int AtOnce = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // Signs, worth less than memory: in a flood the oldest are left out.
    private readonly Channel<VerdictNote> _notes =
        Channel.CreateBounded<VerdictNote>(new BoundedChannelOptions(256) { FullMode = BoundedChannelFullMode.DropOldest });

    public void Taken(IReadOnlyList<InboxRow> rows, SessionAddress session, bool isAddressed)
    {
        foreach (var row in rows)
            Say(row, InboundDecision.Taken, ReactionTo(row, session, isAddressed));
    }

    public void Kept(InboxRow row) => Say(row, InboundDecision.Kept, reaction: null);

    public void Refused(InboxRow row) => Say(row, InboundDecision.Refused, reaction: null);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => RunAsync(stoppingToken)));

    private string? ReactionTo(InboxRow row, SessionAddress session, bool isAddressed)
    {
        if (board.Find(row.Account.Channel)?.Abilities.HasFlag(ChannelAbilities.Reactions) != true)
            return null;
        var settings = board.AccountOf(row.Account.Channel, row.Account.Account).Settings;
        return AckReactions.Of(settings, row.Account.Channel, row.Message.ChatKind, isAddressed, session.AgentId, configuration.Current);
    }

    private void Say(InboxRow row, InboundDecision decision, string? reaction)
    {
        if (reaction is not null || accounts.Find(row.Account)?.Made?.HearsVerdicts == true)
            _notes.Writer.TryWrite(new VerdictNote(row.Account, new InboundVerdict(row.Message.Chat, row.Message.SenderId, row.PlatformId, decision), reaction));
    }

    private async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            await foreach (var note in _notes.Reader.ReadAllAsync(stopping))
                await SayAsync(note, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Whoever stops has no use for signs.
        }
    }

    private async Task SayAsync(VerdictNote note, CancellationToken stopping)
    {
        try
        {
            if (accounts.Find(note.Account)?.Made?.HearsVerdicts == true)
                await abilities.CallAsync<IChannelVerdicts, bool>(note.Account, "verdict", (hears, token) => TellAsync(hears, note.Verdict, token), Patience, stopping);
            if (note.Reaction is { } emoji)
            {
                await abilities.CallAsync<IChannelReactions, SendOutcome>(
                    note.Account, "react", (reacts, token) => reacts.ReactAsync(note.Verdict.Chat, note.Verdict.MessageId, emoji, token), Patience, stopping);
            }
        }
        catch (Exception error) when (!stopping.IsCancellationRequested)
        {
            // The border to the plugin: a sign is worth no more than a line of the log.
            LogNotSaid(logger, note.Account.ToString(), error);
        }
    }

    private static async Task<bool> TellAsync(IChannelVerdicts hears, InboundVerdict verdict, CancellationToken cancellationToken)
    {
        await hears.DecidedAsync(verdict, cancellationToken);
        return true;
    }

    [LoggerMessage(8651, LogLevel.Debug, "{Account} could not show what was decided about a message.")]
    private static partial void LogNotSaid(ILogger logger, string account, Exception error);
}
