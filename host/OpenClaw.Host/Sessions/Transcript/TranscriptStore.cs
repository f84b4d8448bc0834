using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Sessions.Transcript;

/// <summary>Reads transcripts. They grow through runs and notes, see <see cref="Runs.RunStore"/>.</summary>
internal sealed class TranscriptStore(SqliteDatabase database)
{
    /// <summary>The newest messages, after leaving out <paramref name="skip"/> of them; oldest first.</summary>
    public ValueTask<TranscriptPage> ReadAsync(string sessionId, int limit, long skip, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection => new TranscriptPage(
                TranscriptSql.Tail(connection, sessionId, limit, skip),
                TranscriptSql.Count(connection, sessionId)),
            cancellationToken);

    /// <summary>The messages before a place in the transcript, newest first.</summary>
    public ValueTask<List<StoredMessage>> ReadBeforeAsync(string sessionId, long seq, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => TranscriptSql.Before(connection, sessionId, seq, limit), cancellationToken);

    /// <summary>A message of a session, or of one of its earlier transcripts.</summary>
    public ValueTask<StoredMessage?> FindAsync(SessionEntry session, string messageId, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection =>
            {
                var found = TranscriptSql.Find(connection, messageId, out var transcript);
                var isOwn = transcript == session.SessionId || (transcript is not null && ArchiveSql.OwnerOf(connection, transcript) == session.Key);
                return isOwn ? found : null;
            },
            cancellationToken);
}
