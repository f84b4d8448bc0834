using OpenClaw.Host.Storage;
using OpenClaw.Protocol.Chat;

namespace OpenClaw.Host.Sessions.Transcript;

/// <summary>Adds messages that belong to no run.</summary>
internal sealed class TranscriptNotes(SqliteDatabase database, TimeProvider time)
{
    /// <returns>The row, or nothing when there is no such session.</returns>
    public ValueTask<StoredMessage?> AddAsync(string sessionKey, TranscriptMessage message, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection =>
            {
                if (SessionSql.Find(connection, sessionKey) is not { } session)
                    return null;
                var now = time.UnixMs;
                var id = Guid.CreateVersion7(time.GetUtcNow()).ToString();
                SessionSql.NoteActivity(connection, sessionKey, now);
                return TranscriptSql.Append(connection, session.SessionId, runId: null, message, id, now);
            },
            cancellationToken);
}
