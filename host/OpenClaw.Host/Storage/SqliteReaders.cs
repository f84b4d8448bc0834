using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace OpenClaw.Host.Storage;

/// <summary>A bounded set of connections that only read, opened when first needed and lent to one caller at a time.</summary>
internal sealed class SqliteReaders(string path) : IAsyncDisposable
{
    private const int Most = 4;

    private readonly ConcurrentBag<SqliteConnection> _idle = [];
    private readonly SemaphoreSlim _places = new(Most, Most);
    private int _disposed;

    public async ValueTask<T> ReadAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _disposed) != 0, typeof(SqliteDatabase));
        await _places.WaitAsync(cancellationToken);
        try
        {
            ObjectDisposedException.ThrowIf(Volatile.Read(ref _disposed) != 0, typeof(SqliteDatabase));
            return Read(work, cancellationToken);
        }
        catch (SqliteException error) when (StorageErrors.IsAboutTheFile(error))
        {
            throw StorageErrors.Describe(path, error);
        }
        finally
        {
            _places.Release();
        }
    }

    /// <summary>Lets the reads in progress finish and closes the connections.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        for (var i = 0; i < Most; i++)
        {
            await _places.WaitAsync();
        }

        foreach (var connection in _idle)
        {
            await connection.DisposeAsync();
        }

        // Callers still in the line get their place and then the refusal; the semaphore itself holds nothing to dispose.
        _places.Release(Most);
    }

    private T Read<T>(Func<SqliteConnection, T> work, CancellationToken cancellationToken)
    {
        if (!_idle.TryTake(out var connection))
        {
            connection = SqliteConnections.OpenReader(path);
        }

        try
        {
            var result = ReadOneSnapshot(connection, work, cancellationToken);
            _idle.Add(connection);
            return result;
        }
        catch
        {
            // Its state is unknown now, and a new one costs less than finding out.
            connection.Dispose();
            throw;
        }
    }

    // One transaction, so that all statements of the work see the same moment.
    private static T ReadOneSnapshot<T>(SqliteConnection connection, Func<SqliteConnection, T> work, CancellationToken cancellationToken)
    {
        const int Interrupted = 9;
        using var snapshot = connection.BeginTransaction(deferred: true);
        using var registration = cancellationToken.Register(() => SqliteHandle.Interrupt(connection));
        try
        {
            return work(connection);
        }
        catch (SqliteException error) when (error.SqliteErrorCode == Interrupted)
        {
            throw new OperationCanceledException("The read was cancelled.", error, cancellationToken);
        }
    }
}
