using Microsoft.Data.Sqlite;

namespace OpenClaw.Host.Storage;

/// <summary>A write on its way through the queue: waiting, then claimed by the writer, then answered once its group is on disk.</summary>
internal abstract class WriteRequest(long enqueuedAt)
{
    private int _claimed;

    public long EnqueuedAt { get; } = enqueuedAt;

    /// <summary>Why the work itself failed, when it did.</summary>
    public Exception? Error { get; set; }

    /// <summary>Either the writer takes the request or its caller gives up, never both.</summary>
    public bool TryClaim() => Interlocked.Exchange(ref _claimed, 1) == 0;

    public abstract void Run(SqliteConnection connection);

    public abstract void Succeed();

    public abstract void Fail(Exception error);
}
