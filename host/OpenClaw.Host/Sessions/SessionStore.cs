using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Sessions;

/// <summary>Reads sessions. They change only together with the runs and messages that change them, see <see cref="Runs.RunStore"/>.</summary>
internal sealed class SessionStore(SqliteDatabase database)
{
    public ValueTask<SessionEntry?> FindAsync(string key, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => SessionSql.Find(connection, key), cancellationToken);

    public ValueTask<SessionEntry?> FindByIdAsync(string sessionId, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => SessionSql.FindById(connection, sessionId), cancellationToken);

    public ValueTask<SessionPage> ListAsync(SessionFilter filter, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection => new SessionPage(SessionSql.List(connection, filter), SessionSql.Count(connection, filter)),
            cancellationToken);
}
