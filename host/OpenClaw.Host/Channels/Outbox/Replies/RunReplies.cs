using Microsoft.Data.Sqlite;
using OpenClaw.Host.Channels.Outbox.Store;
using OpenClaw.Host.Diagnostics;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Sessions.Runs;

namespace OpenClaw.Host.Channels.Outbox.Replies;

/// <summary>Puts the answers of runs into the outbox, in the transaction that ends the run.</summary>
internal sealed class RunReplies(OutboundSettings settings, OutboxSignal signal, TimeProvider time, ISecretRegistry? secrets = null) : IRunReplies
{
    public void Stage(SqliteConnection connection, RunRecord ended)
    {
        if (ended.Input.Route is { } route && EntryOf(ended, route) is { } entry)
            OutboxSql.Add(connection, entry, settings.Lifetime, time.UnixMs);
    }

    public void Staged() => signal.Raise();

    private OutboxEntry? EntryOf(RunRecord run, ReplyRoute route)
    {
        var said = RunReplyText.Of(run) ?? "";
        // What a failed far end said goes to people who are not the owner.
        var tags = ReplyTags.Of(run.State == RunState.Done ? said : secrets?.Redact(said) ?? said);
        if (RunReplyText.IsSilent(tags.Text))
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
                Text = WithPrefix(settings.ResponsePrefix(route.Channel, route.AccountId, run.AgentId), tags.Text),
                ReplyToMessageId = tags.ReplyTo ?? (tags.RepliesToCurrent || Replies(mode, route) ? route.ReplyToMessageId : null),
                EveryPartReplies = mode == "all",
            },
        };
    }

    private static bool Replies(string mode, ReplyRoute route) => mode is "first" or "all" || (mode == "batched" && route.IsBatch);

    private static string WithPrefix(string? prefix, string text) =>
        prefix is null ? text : char.IsWhiteSpace(prefix[^1]) ? prefix + text : $"{prefix} {text}";
}
