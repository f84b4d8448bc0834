using Microsoft.Data.Sqlite;
using OpenClaw.Host.Sessions.Transcript;

namespace OpenClaw.Host.Sessions.Runs;

/// <summary>What the sender of a message had in front of it. A message that was written for another conversation is not taken.</summary>
internal sealed record SessionExpectations
{
    public const string SessionChanged = "session-changed";
    public const string LeafChanged = "active-leaf-changed";
    public const string SettingsChanged = "session-settings-changed";
    public const string RoutingChanged = "session-routing-changed";

    /// <summary>The session's own id, which a reset changes.</summary>
    public string? SessionId { get; init; }

    /// <summary>Whether <see cref="LeafId"/> says anything.</summary>
    public bool HasLeaf { get; init; }

    /// <summary>The newest message; null stands for an empty conversation.</summary>
    public string? LeafId { get; init; }

    /// <summary>Compares inside the transaction that takes the message, so that nothing comes between.</summary>
    /// <exception cref="SessionConflictException">It is not so any more.</exception>
    public void Check(SqliteConnection connection, string sessionKey)
    {
        var session = SessionSql.Find(connection, sessionKey);
        if (SessionId is not null && session?.SessionId != SessionId)
            throw Stale($"sessionId {SessionId} is not the session behind {sessionKey} any more; read the history again and retry", SessionChanged);
        if (HasLeaf && !IsLeaf(connection, session?.SessionId))
            throw Stale($"the conversation in {sessionKey} went on since; read the history again and retry", LeafChanged);
    }

    /// <summary>Compares with a session that is about to start over.</summary>
    /// <exception cref="SessionConflictException">It is not the one that was meant.</exception>
    public void Check(SessionEntry session)
    {
        if (SessionId is not null && session.SessionId != SessionId)
            throw Stale($"sessionId {SessionId} is not the session behind {session.Key} any more; read the history again and retry", SessionChanged);
    }

    /// <summary>What of it still counts where the message begins a new conversation: which session it is, not how far that one had come.</summary>
    public SessionExpectations? OfSessionAlone => SessionId is null ? null : this with { HasLeaf = false, LeafId = null };

    public static SessionConflictException Stale(string message, string reason) => new(message, isStale: true) { Reason = reason };

    private bool IsLeaf(SqliteConnection connection, string? sessionId)
    {
        var newest = sessionId is null ? null : TranscriptSql.Tail(connection, sessionId, 1, 0).SingleOrDefault()?.Id;
        if (newest == LeafId)
            return true;
        // Who also names the session may be behind: the conversation is the same one, only longer.
        return SessionId is not null && LeafId is not null && TranscriptSql.Find(connection, LeafId, out var owner) is not null && owner == sessionId;
    }
}
