using Microsoft.Data.Sqlite;
using OpenClaw.Host.Sessions.Feed;
using OpenClaw.Host.Sessions.Runs;
using OpenClaw.Host.Sessions.Transcript;

namespace OpenClaw.Host.Sessions.Resets;

/// <summary>Begins a conversation anew, inside the transaction that takes its first message: both happen, or neither does.</summary>
internal static class SessionRestart
{
    /// <returns>Why the conversation began anew; nothing when it goes on.</returns>
    /// <exception cref="SessionBusyException">It is wanted, and runs have not ended.</exception>
    public static string? Apply(SqliteConnection connection, RunOrder order, SessionFreshness? freshness, Func<string> newId, long now)
    {
        if (order.Start is { } start)
            return Start(connection, order.Address, start, newId, now);
        // What nobody wrote ends no conversation.
        if (freshness is null || order.Input.IsBackground || SessionSql.Find(connection, order.Address.Key) is not { } session)
            return null;
        if (!freshness.IsOver(session, order.Input.Route?.Channel))
            return null;
        var open = RunSql.Open(connection, session.Key);
        // A conversation at work is not over. A turn that no person asked for ends in the old transcript.
        if (open.Exists(static run => !run.Input.IsBackground))
            return null;
        StartOver(connection, session, newId(), now, alsoEmpty: open.Count > 0);
        return ChangeReasons.Reset;
    }

    private static string Start(SqliteConnection connection, SessionAddress address, SessionStart start, Func<string> newId, long now)
    {
        var session = SessionSql.Ensure(connection, address, newId(), now);
        if (RunSql.Open(connection, session.Key).Count > 0)
            throw new SessionBusyException(session.Key);
        StartOver(connection, session, newId(), now);
        if (start.Choose is { } choose && SessionSql.Find(connection, session.Key) is { } fresh)
            SessionSql.WriteChoices(connection, fresh with { Settings = choose(fresh.Settings) });
        return start.Reason;
    }

    /// <summary>Gives the key an empty transcript and keeps the old one; what people chose stays.</summary>
    public static void StartOver(SqliteConnection connection, SessionEntry session, string newId, long now, bool alsoEmpty = false)
    {
        ArchiveSql.Keep(connection, session.SessionId, session, ArchiveReasons.Reset, now, alsoEmpty);
        SessionSql.StartOver(connection, session.Key, newId, now);
    }
}
