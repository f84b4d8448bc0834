using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using OpenClaw.Channels;
using OpenClaw.Host.Channels.Drafts;
using OpenClaw.Host.Channels.Outbox.Files;
using OpenClaw.Host.Channels.Outbox.Store;
using OpenClaw.Host.Diagnostics;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Sessions.Runs;

namespace OpenClaw.Host.Channels.Outbox.Replies;

/// <summary>Puts the answers of runs into the outbox, in the transaction that ends the run.</summary>
internal sealed partial class RunReplies(
    OutboundSettings settings, OutboxSignal signal, IChannelSender sender, OutboundFiles files, OutboxLimits limits, TimeProvider time, ILogger<RunReplies> logger,
    DeliveryRules rules, ISecretRegistry? secrets = null, RunDrafts? drafts = null, RunBlocks? blocks = null) : IRunReplies
{
    public void Stage(SqliteConnection connection, RunRecord ended)
    {
        if (ended.Input.Route is { } route && EntryOf(ended, route, TagsOf(ended), []) is { } entry)
            Add(connection, entry, ended, route);
    }

    public void StageNote(SqliteConnection connection, RunRecord run, RunNote note)
    {
        if (run.Input.Route is not { } route || !rules.Allows(run, route, SessionSql.Find(connection, run.SessionKey)))
            return;
        Add(connection, NoteOf(run, route, $"{OutboxKeys.OfRun(run.RunId)}:{note.Key}", note.Text));
    }

    public async ValueTask<Action<SqliteConnection>> PrepareAsync(RunRecord ended, CancellationToken cancellationToken)
    {
        if (ended.Input.Route is not { } route)
            return static _ => { };
        var sent = blocks is null ? "" : await blocks.CloseAsync(ended.RunId);
        var tags = TagsOf(ended, sent);
        var media = ended.State == RunState.Done ? ReplyMedia.Of(tags.Text) : new ReplyMedia(tags.Text, []);
        var (read, text) = await ReadAsync(ended, route, media, cancellationToken);
        var entry = EntryOf(ended, route, tags with { Text = text }, read, isRest: sent.Length > 0);
        var draft = drafts is null ? null : await drafts.CloseAsync(ended.RunId);
        entry = entry is null || draft is null ? entry : InPlaceOf(draft, entry, ended, sender.Find(route.Channel));
        return connection =>
        {
            if (entry is not null && Add(connection, entry, ended, route))
                DraftSql.Forget(connection, ended.RunId, entry.Content.DraftIds);
            if (draft is not null)
                DraftSql.End(connection, ended.RunId);
        };
    }

    public void Staged()
    {
        signal.Raise();
        drafts?.Ended();
    }

    /// <summary>Lets the answer take the place of what the chat saw of it, where it can; elsewhere that is taken away after it was sent.</summary>
    private OutboxEntry InPlaceOf(ClosedDraft draft, OutboxEntry entry, RunRecord ended, ChannelDescriptor? channel)
    {
        var content = entry.Content;
        if (ended.State != RunState.Done || draft.Mode == DraftMode.Progress || channel is null || content is not { Files.Count: 0, ReplyToMessageId: null })
            return entry;
        content = content with { PartLimit = draft.Limit };
        var parts = OutboundPlan.Of(
            content, settings.TextLimit(channel, entry.AccountId), channel.TextUnit, limits.MaxParts, maxLines: settings.LineLimit(channel, entry.AccountId)).Count;
        return entry with { Content = content with { DraftIds = [.. draft.MessageIds.Take(parts)] } };
    }

    private void Add(SqliteConnection connection, OutboxEntry entry) => OutboxSql.Add(connection, entry, settings.Lifetime, time.UnixMs);

    /// <returns>False where the chat is to hear nothing.</returns>
    private bool Add(SqliteConnection connection, OutboxEntry entry, RunRecord ended, ReplyRoute route)
    {
        var session = SessionSql.Find(connection, ended.SessionKey);
        if (!rules.Allows(ended, route, session))
        {
            LogHeldBack(logger, ended.RunId, ended.SessionKey);
            return false;
        }

        if (ended is { State: RunState.Done, Outcome.Thinking: { } thinking })
            Add(connection, NoteOf(ended, route, $"{entry.Key}:thinking", thinking));
        Add(connection, entry with { Content = entry.Content with { Text = DeliveryRules.WithUsage(entry.Content.Text, ended, session) } });
        return true;
    }

    private OutboxEntry NoteOf(RunRecord run, ReplyRoute route, string key, string text) => new()
    {
        Key = key,
        Kind = OutboxKinds.Notice,
        Channel = route.Channel,
        AccountId = route.AccountId,
        RunId = run.RunId,
        SessionKey = run.SessionKey,
        Content = new OutboundContent
        {
            ChatId = route.ChatId,
            ChatKind = route.ChatKind,
            ThreadId = route.ThreadId,
            AnswersMessageId = route.ReplyToMessageId,
            Text = secrets?.Redact(text) ?? text,
        },
    };

    private ReplyTags TagsOf(RunRecord run, string sent = "")
    {
        var said = RunReplyText.Of(run) ?? "";
        if (sent.Length > 0 && run.State == RunState.Done && said.StartsWith(sent, StringComparison.Ordinal))
            said = string.Join('\n', [said[sent.Length..], .. ReplyMedia.Of(sent).References.Select(static path => $"MEDIA:{path}")]);
        // What a failed far end said goes to people who are not the owner.
        return ReplyTags.Of(run.State == RunState.Done ? said : secrets?.Redact(said) ?? said);
    }

    private async ValueTask<(IReadOnlyList<OutboundFile> Files, string Text)> ReadAsync(
        RunRecord run, ReplyRoute route, ReplyMedia media, CancellationToken cancellationToken)
    {
        if (media.References.Count == 0)
            return ([], media.Text);
        var read = new List<OutboundFile>();
        var text = new StringBuilder(media.Text);
        var left = Math.Min(settings.MediaLimit(route.Channel, route.AccountId, limits.MaxFileBytes), sender.Find(route.Channel)?.MaxMediaBytes ?? 0);
        var together = (long)limits.MaxFileBytes;
        foreach (var reference in media.References)
        {
            try
            {
                read.Add(await files.ReadAsync(run.AgentId, reference, Math.Min(left, together), cancellationToken));
                together -= read[^1].Data.Length;
            }
            catch (OutboundFileException error)
            {
                LogNotSent(logger, run.RunId, error.Message);
                text.Append(text.Length > 0 ? "\n" : "").Append(CultureInfo.InvariantCulture, $"[file not sent: {NameOf(reference)}: {error.Message}]");
            }
        }

        return (read, text.ToString());
    }

    private OutboxEntry? EntryOf(RunRecord run, ReplyRoute route, ReplyTags tags, IReadOnlyList<OutboundFile> read, bool isRest = false)
    {
        if (RunReplyText.IsSilent(tags.Text) && read.Count == 0)
            return null;
        var mode = settings.ReplyToMode(route.Channel, route.AccountId);
        return new OutboxEntry
        {
            Key = OutboxKeys.OfRun(run.RunId),
            Kind = OutboxKinds.Reply,
            Channel = route.Channel,
            AccountId = route.AccountId,
            RunId = run.RunId,
            SessionKey = run.SessionKey,
            Content = new OutboundContent
            {
                ChatId = route.ChatId,
                ChatKind = route.ChatKind,
                ThreadId = route.ThreadId,
                Text = RunReplyText.IsSilent(tags.Text) ? "" : ReplyPrefix.Put(isRest ? null : settings.ResponsePrefix(route.Channel, route.AccountId, run.AgentId), tags.Text),
                Files = read,
                ReplyToMessageId = tags.ReplyTo ?? (tags.RepliesToCurrent || Replies(mode, route, isRest) ? route.ReplyToMessageId : null),
                AnswersMessageId = route.ReplyToMessageId,
                EveryPartReplies = mode == "all",
            },
        };
    }

    private static bool Replies(string mode, ReplyRoute route, bool isRest) => !isRest ? Replies(mode, route) : mode == "all";

    private static bool Replies(string mode, ReplyRoute route) => mode is "first" or "all" || (mode == "batched" && route.IsBatch);

    // Where a file lies is nobody's business in the chat.
    private static string NameOf(string reference) => reference.Split('/', '\\')[^1] is { Length: > 0 and <= 100 } name ? name : "a file";

    [LoggerMessage(2567, LogLevel.Debug, "The answer of run {RunId} is not sent: session {SessionKey} holds its answers back (/send or session.sendPolicy).")]
    private static partial void LogHeldBack(ILogger logger, string runId, string sessionKey);

    [LoggerMessage(2565, LogLevel.Warning, "A file that the answer of run {RunId} names is not sent: {Reason}")]
    private static partial void LogNotSent(ILogger logger, string runId, string reason);
}
