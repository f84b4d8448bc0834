using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace OpenClaw.Host.Storage;

/// <summary>
/// The only connection that writes. Requests that wait together share one transaction, so that many of them cost one
/// flush of the disk, and each runs inside its own savepoint, so that one that fails takes nobody with it.
/// </summary>
internal sealed class SqliteWriter(SqliteConnection connection, string path, TimeProvider time, StorageMetrics metrics, StorageTrouble trouble) : IAsyncDisposable
{
    private const int QueueLength = 1024;
    private const int LargestGroup = 256;

    private readonly Channel<WriteRequest> _queue = Channel.CreateBounded<WriteRequest>(
        new BoundedChannelOptions(QueueLength) { FullMode = BoundedChannelFullMode.Wait, SingleReader = true });

    private readonly LogBound _log = new(connection, path);
    private Task _loop = Task.CompletedTask;
    private int _disposed;

    public void Start() => _loop = Task.Run(RunAsync);

    public async ValueTask<T> WriteAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellationToken)
    {
        var request = new WriteRequest<T>(work, time.GetTimestamp());
        try
        {
            await _queue.Writer.WriteAsync(request, cancellationToken);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(SqliteDatabase), $"The database '{path}' is closed.");
        }

        using var registration = cancellationToken.Register(() => request.Cancel(cancellationToken));
        return await request.Answer;
    }

    /// <summary>Takes no more requests, finishes the waiting ones and closes the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        _queue.Writer.TryComplete();
        await _loop;
        await connection.DisposeAsync();
    }

    private async Task RunAsync()
    {
        var group = new List<WriteRequest>(LargestGroup);
        while (await _queue.Reader.WaitToReadAsync())
        {
            while (group.Count < LargestGroup && _queue.Reader.TryRead(out var request))
            {
                if (request.TryClaim())
                {
                    group.Add(request);
                }
            }

            if (group.Count > 0)
            {
                Commit(group);
                group.Clear();
            }
        }
    }

    private void Commit(List<WriteRequest> group)
    {
        try
        {
            using var transaction = connection.BeginTransaction();
            foreach (var request in group)
            {
                RunAlone(request);
            }

            transaction.Commit();
        }
        catch (Exception error)
        {
            // A background loop ends here for nothing: whatever broke the transaction is each caller's answer.
            var answer = Described(error);
            Note(answer);
            foreach (var request in group)
            {
                metrics.Failed();
                request.Fail(request.Error is null ? answer : Described(request.Error));
            }

            return;
        }

        trouble.Passed();
        metrics.Grouped(group.Count);
        foreach (var request in group)
        {
            Answer(request);
        }

        _log.Committed();
    }

    private void RunAlone(WriteRequest request)
    {
        connection.Execute("SAVEPOINT work");
        try
        {
            request.Run(connection);
        }
        catch (Exception error)
        {
            request.Error = error;
            if (!TryUndo())
            {
                // SQLite gave the whole transaction up (disk full, I/O error): the others of the group have to hear of it.
                throw;
            }
        }

        connection.Execute("RELEASE work");
    }

    private void Answer(WriteRequest request)
    {
        if (request.Error is { } error)
        {
            metrics.Failed();
            var answer = Described(error);
            Note(answer);
            request.Fail(answer);
            return;
        }

        metrics.Committed(time.GetElapsedTime(request.EnqueuedAt));
        request.Succeed();
    }

    private void Note(Exception error)
    {
        if (error is StorageException { Reason: not null } failure)
        {
            trouble.Note(failure);
        }
    }

    private bool TryUndo()
    {
        try
        {
            connection.Execute("ROLLBACK TO work");
            return true;
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    private Exception Described(Exception error) =>
        error is SqliteException sqlite && StorageErrors.IsAboutTheFile(sqlite) ? StorageErrors.Describe(path, sqlite) : error;
}
