using System.Diagnostics.Metrics;
using Microsoft.Data.Sqlite;

namespace OpenClaw.Host.Storage;

/// <summary>
/// The gateway's database: one writer behind a bounded queue and a few readers beside it. A write is answered when it is
/// on disk, so what was answered survives a crash.
/// </summary>
internal sealed class SqliteDatabase(
    string path, IEnumerable<Migration> migrations, TimeProvider time, IMeterFactory? meters = null) : IAsyncDisposable
{
    // A whole check reads the whole file, which a start can afford up to this size only; CheckAsync has no such limit.
    private const long LargestCheckedAtOpen = 64L * 1024 * 1024;

    // Changes a page, and means nothing.
    private const string TrialWrite = "PRAGMA user_version = 1; PRAGMA user_version = 0;";

    private readonly StorageMetrics _metrics = new(meters);
    private readonly MigrationRunner _migrations = new(migrations);
    private readonly StorageTrouble _trouble = new(time);
    private readonly SqliteReaders _readers = new(path);
    private SqliteWriter? _writer;

    public string Path => path;

    /// <summary>Why nothing can be stored now; null while all is well.</summary>
    public StorageTrouble.State? Trouble => _trouble.Now;

    public static async ValueTask<SqliteDatabase> OpenAsync(
        string path, IEnumerable<Migration> migrations, TimeProvider time, CancellationToken cancellationToken = default)
    {
        var database = new SqliteDatabase(path, migrations, time);
        try
        {
            await database.OpenAsync(cancellationToken);
            return database;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens the file, checks it, brings its tables up to date and starts the writer.</summary>
    public async ValueTask OpenAsync(CancellationToken cancellationToken = default)
    {
        if (_writer is not null)
        {
            throw new InvalidOperationException($"The database '{path}' is open already.");
        }

        // Recovery after a crash, the check and the migrations all block on the disk.
        _writer = await Task.Run(Open, cancellationToken);
        _writer.Start();
        _trouble.TryAgain = TryAgain;
    }

    /// <summary>
    /// Runs a unit of work on the writer: all of it is on disk when the task completes, or none of it is. It runs inside a
    /// transaction already, so it must neither begin nor end one, and it must not wait for anything but the database.
    /// </summary>
    public ValueTask<T> WriteAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellationToken = default) =>
        Opened.WriteAsync(work, cancellationToken);

    /// <inheritdoc cref="WriteAsync{T}"/>
    public async ValueTask WriteAsync(Action<SqliteConnection> work, CancellationToken cancellationToken = default) =>
        await Opened.WriteAsync(
            connection =>
            {
                work(connection);
                return true;
            },
            cancellationToken);

    /// <summary>
    /// Like <see cref="WriteAsync{T}"/>, for what must not be forgotten: while the disk takes nothing it waits and tries again, until
    /// it can or the database closes. The work may run several times.
    /// </summary>
    public async ValueTask<T> WritePatientlyAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            try
            {
                return await WriteAsync(work, cancellationToken);
            }
            catch (StorageException error) when (error.IsTemporary)
            {
                await Task.Delay(StorageTrouble.Pause, time, cancellationToken);
            }
        }
    }

    /// <summary>Runs queries that all see the same moment. Cancelling interrupts a query in progress.</summary>
    public ValueTask<T> ReadAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellationToken = default)
    {
        _ = Opened;
        return ReadAndNoteAsync(work, cancellationToken);
    }

    /// <summary>Looks through the whole file and gives what is wrong with it, nothing when it is sound.</summary>
    public ValueTask<IReadOnlyList<string>> CheckAsync(CancellationToken cancellationToken = default) => ReadAsync(Findings, cancellationToken);

    /// <summary>Answers the writes still waiting, then closes every connection.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_writer is not null)
        {
            await _writer.DisposeAsync();
        }

        await _readers.DisposeAsync();
        _trouble.Dispose();
        _metrics.Dispose();
    }

    private async ValueTask<T> ReadAndNoteAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellationToken)
    {
        try
        {
            return await _readers.ReadAsync(work, cancellationToken);
        }
        catch (StorageException error) when (error.Reason is not null)
        {
            _trouble.Note(error);
            throw;
        }
    }

    // Its outcome is noted by the writer; nobody waits for it.
    private void TryAgain() => _ = WriteAsync(static connection => connection.Execute(TrialWrite)).AsTask()
        .ContinueWith(static task => _ = task.Exception, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously);

    private SqliteWriter Opened => _writer ?? throw new InvalidOperationException($"The database '{path}' is not open yet.");

    private SqliteWriter Open()
    {
        SqliteConnection? connection = null;
        try
        {
            connection = SqliteConnections.OpenWriter(path);
            if (new FileInfo(path).Length <= LargestCheckedAtOpen && Findings(connection) is { Count: > 0 } findings)
            {
                throw StorageErrors.Damaged(path, string.Join("; ", findings));
            }

            _migrations.Run(connection, path, time);
            var writer = new SqliteWriter(connection, path, time, _metrics, _trouble);
            connection = null;
            return writer;
        }
        catch (SqliteException error)
        {
            throw StorageErrors.Describe(path, error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StorageException(
                $"The database '{path}' cannot be created: check that its directory exists and that this user may write there. ({error.Message})",
                error);
        }
        catch (DllNotFoundException error)
        {
            throw new StorageException(error.Message, error);
        }
        finally
        {
            connection?.Dispose();
        }
    }

    private static IReadOnlyList<string> Findings(SqliteConnection connection)
    {
        var rows = connection.Query("PRAGMA quick_check(10)", row => row.GetString(0));
        return rows is ["ok"] ? [] : rows;
    }
}
