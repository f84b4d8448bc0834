using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Sessions;

/// <summary>Reads sessions. They change with runs and messages, see <see cref="Runs.RunStore"/>, and on request, see <see cref="SessionEditor"/>.</summary>
internal sealed class SessionStore(SqliteDatabase database)
{
    private const int MaxAncestors = 8;

    public ValueTask<SessionEntry?> FindAsync(string key, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => SessionSql.Find(connection, key), cancellationToken);

    public ValueTask<SessionEntry?> FindByIdAsync(string sessionId, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => SessionSql.FindById(connection, sessionId), cancellationToken);

    public ValueTask<SessionEntry?> FindByLabelAsync(string label, string? agentId, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => SessionSql.FindByLabel(connection, label, agentId), cancellationToken);

    /// <summary>At most two, so that the caller knows whether the beginning is unique.</summary>
    public ValueTask<List<SessionEntry>> FindByShortIdAsync(string shortId, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => SessionSql.FindByShortId(connection, shortId), cancellationToken);

    /// <summary>A session and those it comes from, itself first; nothing when it does not exist.</summary>
    public ValueTask<IReadOnlyList<SessionEntry>> LineageAsync(string key, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<SessionEntry>>(
            connection =>
            {
                var lineage = new List<SessionEntry>();
                for (var next = key; next is not null && lineage.Count <= MaxAncestors && lineage.All(one => one.Key != next);)
                {
                    if (SessionSql.Find(connection, next) is not { } entry)
                        break;
                    lineage.Add(entry);
                    next = entry.ParentKey;
                }

                return lineage;
            },
            cancellationToken);

    public ValueTask<SessionPage> ListAsync(SessionFilter filter, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection => new SessionPage(SessionSql.List(connection, filter), SessionSql.Count(connection, filter)),
            cancellationToken);
}
