using Microsoft.Data.Sqlite;
using OpenClaw.Host.Agents.Delivery;
using OpenClaw.Host.Channels.Outbox.Store;
using OpenClaw.Host.Diagnostics;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Sessions.Runs;

namespace OpenClaw.Host.Channels.Outbox.Replies;

/// <summary>Notices of other rooms, by way of the outbox.</summary>
internal sealed class ChatPosts(OutboundSettings settings, OutboxSignal signal, TimeProvider time, ISecretRegistry? secrets = null) : IChatPosts
{
    public void Post(SqliteConnection connection, string key, ReplyRoute route, string text)
    {
        var entry = new OutboxEntry
        {
            Key = key,
            Kind = OutboxKinds.Notice,
            Channel = route.Channel,
            AccountId = route.AccountId,
            Content = new OutboundContent { ChatId = route.ChatId, ChatKind = route.ChatKind, ThreadId = route.ThreadId, Text = secrets?.Redact(text) ?? text },
        };
        OutboxSql.Add(connection, entry, settings.Lifetime, time.UnixMs);
    }

    public void Posted() => signal.Raise();

    public bool? HasArrived(SqliteConnection connection, string runId) => OutboxSql.FindByKey(connection, OutboxKeys.OfRun(runId)) switch
    {
        // Nothing was said, or it is long ago.
        null => false,
        { HasEnded: false } or { State: OutboxState.Unknown } => null,
        var row => row.State == OutboxState.Sent,
    };
}
