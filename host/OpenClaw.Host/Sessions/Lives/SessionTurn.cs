using OpenClaw.Hooks;

namespace OpenClaw.Host.Sessions.Lives;

/// <summary>What a stored change did to the conversation of a session.</summary>
/// <param name="Ended">The session with the conversation that ended; nothing when there was none.</param>
/// <param name="Began">The session with the one that began; nothing when it is gone.</param>
/// <param name="Reason">Why the first one ended.</param>
internal sealed record SessionTurn(SessionEntry? Ended, SessionEntry? Began, SessionEndReason Reason)
{
    /// <returns>Nothing when the conversation goes on.</returns>
    public static SessionTurn? Between(SessionEntry? before, SessionEntry? after, SessionEndReason reason) =>
        before?.SessionId == after?.SessionId ? null : new SessionTurn(before, after, reason);
}
