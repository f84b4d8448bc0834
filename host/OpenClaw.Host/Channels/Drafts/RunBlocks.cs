using System.Collections.Concurrent;
using OpenClaw.Channels;
using OpenClaw.Host.Channels.Hooks;
using OpenClaw.Host.Channels.Outbox;
using OpenClaw.Host.Channels.Outbox.Replies;
using OpenClaw.Host.Channels.Outbox.Store;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Sessions.Runs;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Channels.Drafts;

/// <summary>
/// Answers that are sent paragraph by paragraph (<c>streaming.block.enabled</c>), where nothing can be shown early otherwise. The paragraphs go
/// by way of the outbox, and the end of the answer sends what is left.
/// </summary>
internal sealed class RunBlocks(
    OutboundSettings settings, DeliveryRules rules, SqliteDatabase database, OutboxSignal signal, TimeProvider time, MessageHooks? hooks = null)
{
    private readonly ConcurrentDictionary<string, SentBlocks> _open = [];

    public DraftSign? Begin(RunRecord run, ReplyRoute route, ChannelDescriptor channel)
    {
        var options = settings.Drafts(channel, route.AccountId);
        if (!options.SendsBlocks || run.Input.IsUnasked || hooks is { HasAny: true })
            return null;
        var blocks = new SentBlocks(options, (number, text, token) => SendAsync(run, route, number, text, token), time);
        _open[run.RunId] = blocks;
        return new DraftSign(blocks, () => CloseAsync(run.RunId).AsTask());
    }

    /// <summary>Ends the sending of blocks.</summary>
    /// <returns>The beginning of the answer that the chat has; empty where it has nothing, or when it was asked for before.</returns>
    public async ValueTask<string> CloseAsync(string runId)
    {
        if (!_open.TryRemove(runId, out var blocks))
            return "";
        await using (blocks)
            return await blocks.CloseAsync();
    }

    private async ValueTask<bool> SendAsync(RunRecord run, ReplyRoute route, int number, string text, CancellationToken cancellationToken)
    {
        var tags = ReplyTags.Of(text);
        var plain = ReplyMedia.Of(tags.Text).Text;
        if (plain.Length == 0)
            return true;
        var mode = settings.ReplyToMode(route.Channel, route.AccountId);
        var replies = mode == "all" || (number == 0 && (mode == "first" || (mode == "batched" && route.IsBatch)));
        var prefix = number == 0 ? settings.ResponsePrefix(route.Channel, route.AccountId, run.AgentId) : null;
        var entry = new OutboxEntry
        {
            // By its words too: a run that begins anew may say the same or something else.
            Key = $"{OutboxKeys.OfRun(run.RunId)}:block:{number}:{OutboxKeys.Fingerprint(plain)[..16]}",
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
                Text = ReplyPrefix.Put(prefix, plain),
                ReplyToMessageId = tags.ReplyTo ?? (replies || tags.RepliesToCurrent ? route.ReplyToMessageId : null),
                AnswersMessageId = route.ReplyToMessageId,
                EveryPartReplies = mode == "all",
            },
        };
        var isStored = await database.WriteAsync(
            connection =>
            {
                if (!rules.Allows(run, route, SessionSql.Find(connection, run.SessionKey)))
                    return false;
                OutboxSql.Add(connection, entry, settings.Lifetime, time.UnixMs);
                return true;
            },
            cancellationToken);
        signal.Raise();
        return isStored;
    }
}
