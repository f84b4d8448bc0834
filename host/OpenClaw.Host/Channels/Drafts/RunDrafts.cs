using System.Collections.Concurrent;
using OpenClaw.Channels;
using OpenClaw.Host.Channels.Hooks;
using OpenClaw.Host.Channels.Outbox;
using OpenClaw.Host.Channels.Outbox.Replies;
using OpenClaw.Host.Diagnostics;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Sessions.Runs;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Channels.Drafts;

/// <summary>What chats see of runs before their answers (<c>streaming.mode</c>), on platforms that can change messages.</summary>
internal sealed class RunDrafts(
    IChannelSender sender, OutboundSettings settings, DeliveryRules rules, SessionStore sessions, SqliteDatabase database, BootId boot, DraftSignal signal,
    TimeProvider time, ISecretRegistry? secrets = null, MessageHooks? hooks = null)
{
    private const int ShortestPartial = 30;

    private readonly ConcurrentDictionary<string, OpenDraft> _open = [];

    public DraftSign? Begin(RunRecord run, ReplyRoute route, ChannelDescriptor channel)
    {
        // Hooks see a whole answer or none; what nobody asked for may turn out to be nothing.
        if (!channel.Abilities.HasFlag(ChannelAbilities.Edits) || run.Input.IsUnasked || hooks is { HasAny: true })
            return null;
        var options = settings.Drafts(channel, route.AccountId);
        var isAnswer = options.Mode is DraftMode.Partial or DraftMode.Block;
        // An answer to a certain message is none that was sent before; and who has chosen to be told each step is told it already.
        if (options.Mode == DraftMode.Off || (isAnswer && settings.ReplyToMode(channel.Id, route.AccountId) != "off")
            || (!isAnswer && run.Input.Verbose is not (null or "off")))
            return null;
        var most = settings.TextLimit(channel, route.AccountId);
        int? limit = options.Mode == DraftMode.Block ? Math.Min(options.BlockLength, most) : null;
        IDraftPages pages = isAnswer
            ? new AnswerPages(
                new AnswerCut(settings.ResponsePrefix(channel.Id, route.AccountId, run.AgentId), limit ?? most, channel.TextUnit, ShowsAll: limit is not null),
                options.Mode == DraftMode.Block ? options.FirstBlockLength : ShortestPartial,
                time)
            : new ProgressPages(options, secrets, time);
        var draft = new RunDraft(
            pages,
            page => new DraftMessage(sender, route, $"draft:{run.RunId}:{page}", silent: !isAnswer || page > 0),
            token => IsAllowedAsync(run, route, token),
            id => database.WriteAsync(connection => DraftSql.Add(connection, run.RunId, route, id, boot, time.UnixMs)),
            time);
        _open[run.RunId] = new OpenDraft(draft, options.Mode, limit);
        return new DraftSign(pages, () => AbandonAsync(run.RunId));
    }

    /// <summary>Ends what a chat sees of a run.</summary>
    /// <returns>What shows it; nothing where nothing does, or when it was asked for before.</returns>
    public async ValueTask<ClosedDraft?> CloseAsync(string runId)
    {
        if (!_open.TryRemove(runId, out var open))
            return null;
        await using (open.Draft)
            return await open.Draft.CloseAsync() is { Count: > 0 } ids ? new ClosedDraft(open.Mode, ids, open.Limit) : null;
    }

    /// <summary>Something may have to be taken away.</summary>
    public void Ended() => signal.Raise();

    /// <summary>Ends what nobody has asked for: the end of its run could not be stored.</summary>
    private async Task AbandonAsync(string runId)
    {
        if (await CloseAsync(runId) is null)
            return;
        await database.WriteAsync(connection => DraftSql.End(connection, runId));
        signal.Raise();
    }

    private async ValueTask<bool> IsAllowedAsync(RunRecord run, ReplyRoute route, CancellationToken cancellationToken) =>
        rules.Allows(run, route, await sessions.FindAsync(run.SessionKey, cancellationToken));
}
