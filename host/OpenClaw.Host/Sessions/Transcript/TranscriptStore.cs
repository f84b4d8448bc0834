using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Sessions.Transcript;

/// <summary>Reads transcripts. They grow only through runs, see <see cref="Runs.RunStore"/>.</summary>
internal sealed class TranscriptStore(SqliteDatabase database)
{
    /// <summary>The newest messages, after leaving out <paramref name="skip"/> of them; oldest first.</summary>
    public ValueTask<TranscriptPage> ReadAsync(string sessionId, int limit, long skip, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection => new TranscriptPage(
                TranscriptSql.Tail(connection, sessionId, limit, skip),
                TranscriptSql.Count(connection, sessionId)),
            cancellationToken);
}
