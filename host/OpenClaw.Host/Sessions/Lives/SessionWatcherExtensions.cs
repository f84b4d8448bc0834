using OpenClaw.Hooks;

namespace OpenClaw.Host.Sessions.Lives;

internal static class SessionWatcherExtensions
{
    /// <summary>Tells whoever watches what a stored change did to the conversation; nothing when it goes on.</summary>
    public static void Tell(this ISessionWatcher? watcher, SessionEntry? before, SessionEntry? after, SessionEndReason reason)
    {
        if (watcher is { Watches: true })
            watcher.Tell(SessionTurn.Between(before, after, reason));
    }

    public static void Tell(this ISessionWatcher? watcher, SessionTurn? turn)
    {
        if (turn is not null)
            watcher?.Turned(turn);
    }
}
