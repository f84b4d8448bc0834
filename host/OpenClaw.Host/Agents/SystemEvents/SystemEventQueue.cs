using OpenClaw.Host.Sessions;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Agents.SystemEvents;

/// <summary>Events that sessions are told with their next turn. They lie on disk until that turn has taken them into its transcript.</summary>
internal sealed class SystemEventQueue(SqliteDatabase database, TimeProvider time)
{
    /// <summary>Stores an event for a session.</summary>
    /// <param name="sessionKey">The canonical key.</param>
    /// <param name="text">What happened.</param>
    /// <param name="wake">Whether the session is to have a turn for it soon.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public ValueTask AddAsync(string sessionKey, string text, bool wake, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => SystemEventSql.Add(connection, sessionKey, text, wake, time.UnixMs), cancellationToken);

    public ValueTask<List<SystemEvent>> OfAsync(string sessionKey, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => SystemEventSql.Of(connection, sessionKey), cancellationToken);

    public ValueTask<List<WakeRequest>> WakesAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(SystemEventSql.Wakes, cancellationToken);

    public ValueTask ClearWakeAsync(WakeRequest request, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => SystemEventSql.ClearWake(connection, request), cancellationToken);
}
