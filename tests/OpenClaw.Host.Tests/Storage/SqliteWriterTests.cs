using System.Diagnostics.Metrics;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Tests.Storage;

public sealed class SqliteWriterTests
{
    private static readonly Migration[] Migrations = [new("test", 1, "CREATE TABLE rows (name TEXT PRIMARY KEY, bytes BLOB)")];

    [Fact]
    public async Task Writes_that_wait_together_share_one_transaction_and_one_that_fails_fails_alone()
    {
        using var directory = new TemporaryDirectory();
        await using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var meters = services.GetRequiredService<IMeterFactory>();
        var groups = new List<int>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Scope == meters && instrument.Name == "openclaw.storage.write.group_size")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<int>((_, size, _, _) => groups.Add(size));
        listener.Start();
        await using var database = new SqliteDatabase(directory["state.db"], Migrations, TimeProvider.System, meters);
        await database.OpenAsync();
        using var gate = new Gate(database);

        var first = Insert(database, "first");
        var thrown = database.WriteAsync<int>(c =>
        {
            c.Execute("INSERT INTO rows (name) VALUES ('undone')");
            throw new InvalidOperationException("mine");
        }).AsTask();
        var twice = Insert(database, "first");
        var last = Insert(database, "last");
        await gate.OpenAsync();

        Assert.Equal("mine", (await Assert.ThrowsAsync<InvalidOperationException>(() => thrown)).Message);
        await Assert.ThrowsAsync<SqliteException>(() => twice);
        await Task.WhenAll(first, last);
        Assert.Equal(["first", "last"], await Names(database));
        Assert.Equal([1, 4], groups);
    }

    [Fact]
    public async Task A_write_cancelled_while_it_waits_never_runs()
    {
        using var directory = new TemporaryDirectory();
        await using var database = await OpenAsync(directory);
        using var gate = new Gate(database);
        using var cancellation = new CancellationTokenSource();

        var write = database.WriteAsync(c => c.Execute("INSERT INTO rows (name) VALUES ('a')"), cancellation.Token).AsTask();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => write);
        await gate.OpenAsync();

        Assert.Empty(await Names(database));
    }

    [Fact]
    public async Task A_full_queue_makes_the_next_caller_wait()
    {
        using var directory = new TemporaryDirectory();
        await using var database = await OpenAsync(directory);
        using var gate = new Gate(database);
        var waiting = Enumerable.Range(0, 1024).Select(_ => database.WriteAsync(_ => 0).AsTask()).ToArray();
        using var cancellation = new CancellationTokenSource();

        var ran = false;
        var surplus = database.WriteAsync(_ => ran = true, cancellation.Token).AsTask();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => surplus);

        await gate.OpenAsync();
        await Task.WhenAll(waiting);
        Assert.False(ran);
    }

    [Fact]
    public async Task Closing_answers_what_waits()
    {
        using var directory = new TemporaryDirectory();
        var database = await OpenAsync(directory);
        using var gate = new Gate(database);
        var writes = Enumerable.Range(0, 5).Select(i => Insert(database, $"row{i}")).ToArray();

        var closing = database.DisposeAsync().AsTask();
        await gate.OpenAsync();
        await Task.WhenAll([closing, .. writes]);

        await using var again = await OpenAsync(directory);
        Assert.Equal(5, (await Names(again)).Count);
    }

    [Fact]
    [Trait("Threat", "FS-15")]
    public async Task A_full_disk_refuses_the_write_keeps_what_was_stored_and_recovers()
    {
        using var directory = new TemporaryDirectory();
        await using var database = await OpenAsync(directory);
        await Insert(database, "before");
        await database.WriteAsync(c => c.Scalar<long>("PRAGMA max_page_count = 20"));

        var error = await Assert.ThrowsAsync<StorageException>(async () => await database.WriteAsync(
            c => c.Execute("INSERT INTO rows (name, bytes) VALUES ('large', zeroblob(1000000))")));
        Assert.Contains($"'{directory["state.db"]}' is full", error.Message, StringComparison.Ordinal);

        await database.WriteAsync(c => c.Scalar<long>("PRAGMA max_page_count = 1000000"));
        await Insert(database, "later");
        Assert.Equal(["before", "later"], await Names(database));
    }

    private static Task<int> Insert(SqliteDatabase database, string name) =>
        database.WriteAsync(c => c.Execute("INSERT INTO rows (name) VALUES ($name)", ("$name", name))).AsTask();

    private static async Task<List<string>> Names(SqliteDatabase database) =>
        await database.ReadAsync(c => c.Query("SELECT name FROM rows ORDER BY name", row => row.GetString(0)));

    private static async Task<SqliteDatabase> OpenAsync(TemporaryDirectory directory) =>
        await SqliteDatabase.OpenAsync(directory["state.db"], Migrations, TimeProvider.System);

    /// <summary>Holds the writer inside one write, so that what follows waits together.</summary>
    private sealed class Gate : IDisposable
    {
        private readonly ManualResetEventSlim _open = new();
        private readonly Task<int> _write;

        public Gate(SqliteDatabase database)
        {
            using var inside = new ManualResetEventSlim();
            _write = database.WriteAsync(_ =>
            {
                inside.Set();
                _open.Wait();
                return 0;
            }).AsTask();
            inside.Wait();
        }

        public Task OpenAsync()
        {
            _open.Set();
            return _write;
        }

        public void Dispose() => _open.Dispose();
    }
}
