using Microsoft.Data.Sqlite;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Tests.Storage;

public sealed class SqliteDatabaseTests
{
    private static readonly Migration[] Migrations = [new("test", 1, "CREATE TABLE rows (id INTEGER PRIMARY KEY, text TEXT)")];

    [Fact]
    public async Task Every_connection_has_the_durable_settings()
    {
        using var directory = new TemporaryDirectory();
        await using var database = await OpenAsync(directory);

        foreach (var settings in (string[])[await database.WriteAsync(Settings), await database.ReadAsync(Settings)])
        {
            Assert.Equal("wal 2 5000 1", settings);
        }

        static string Settings(SqliteConnection c) =>
            $"{c.Scalar<string>("PRAGMA journal_mode")} {c.Scalar<long>("PRAGMA synchronous")} "
            + $"{c.Scalar<long>("PRAGMA busy_timeout")} {c.Scalar<long>("PRAGMA foreign_keys")}";
    }

    [Fact]
    public async Task The_file_and_its_side_files_belong_to_their_owner_alone()
    {
        using var directory = new TemporaryDirectory();
        await using var database = await OpenAsync(directory);
        await database.WriteAsync(c => { c.Execute("INSERT INTO rows (text) VALUES ('a')"); });

        Assert.All(
            Directory.GetFiles(directory.Path),
            file => Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(file) == AtomicFile.OwnerOnly));
    }

    [Fact]
    public async Task A_reader_cannot_write()
    {
        using var directory = new TemporaryDirectory();
        await using var database = await OpenAsync(directory);

        await Assert.ThrowsAnyAsync<Exception>(async () => await database.ReadAsync(c => c.Execute("INSERT INTO rows (text) VALUES ('a')")));

        Assert.Equal(0, await database.ReadAsync(c => c.Scalar<long>("SELECT count(*) FROM rows")));
    }

    [Fact]
    public async Task All_queries_of_one_read_see_the_same_moment()
    {
        using var directory = new TemporaryDirectory();
        await using var database = await OpenAsync(directory);
        using var firstDone = new ManualResetEventSlim();
        using var written = new ManualResetEventSlim();

        var read = Task.Run(async () => await database.ReadAsync(c =>
        {
            var before = c.Scalar<long>("SELECT count(*) FROM rows");
            firstDone.Set();
            written.Wait();
            return (before, c.Scalar<long>("SELECT count(*) FROM rows"));
        }));
        firstDone.Wait();
        await database.WriteAsync(c => { c.Execute("INSERT INTO rows (text) VALUES ('a')"); });
        written.Set();

        Assert.Equal((0, 0), await read);
        Assert.Equal(1, await database.ReadAsync(c => c.Scalar<long>("SELECT count(*) FROM rows")));
    }

    [Fact]
    public async Task Cancelling_a_read_interrupts_its_query_and_the_next_read_works()
    {
        using var directory = new TemporaryDirectory();
        await using var database = await OpenAsync(directory);
        using var cancellation = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await database.ReadAsync(
            c =>
            {
                c.CreateFunction("give_up", () =>
                {
                    cancellation.Cancel();
                    return 1;
                });
                return c.Scalar<long>(
                    "WITH RECURSIVE n(x) AS (SELECT give_up() UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n");
            },
            cancellation.Token));

        Assert.Equal(1, await database.ReadAsync(c => c.Scalar<long>("SELECT 1")));
    }

    [Fact]
    public async Task Readers_are_bounded_and_the_one_too_many_waits_its_turn()
    {
        using var directory = new TemporaryDirectory();
        await using var database = await OpenAsync(directory);
        using var inside = new CountdownEvent(4);
        using var leave = new ManualResetEventSlim();
        var reads = Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(
            () => database.ReadAsync(_ =>
            {
                inside.Signal();
                leave.Wait();
                return 1;
            }).AsTask(),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).Unwrap()).ToArray();
        inside.Wait();

        var fifth = database.ReadAsync(_ => 5);
        Assert.False(fifth.IsCompleted);

        leave.Set();
        await Task.WhenAll(reads);
        Assert.Equal(5, await fifth);
    }

    [Theory]
    [Trait("Threat", "FS-17")]
    [InlineData("zeroed page")]
    [InlineData("cut short")]
    [InlineData("not a database")]
    public async Task A_damaged_file_is_named_with_the_way_out_and_left_as_it_is(string damage)
    {
        using var directory = new TemporaryDirectory();
        var path = directory["state.db"];
        await using (var database = await OpenAsync(directory))
        {
            await database.WriteAsync(c =>
            {
                c.Execute(
                    "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 2000) "
                    + "INSERT INTO rows (text) SELECT hex(randomblob(100)) FROM n");
            });
        }

        var bytes = await File.ReadAllBytesAsync(path);
        switch (damage)
        {
            case "zeroed page": bytes.AsSpan(8 * 4096, 4096).Clear(); break;
            case "cut short": bytes = bytes[..(bytes.Length / 2)]; break;
            default: "this was a database once"u8.CopyTo(bytes); break;
        }

        await File.WriteAllBytesAsync(path, bytes);
        var error = await Assert.ThrowsAsync<StorageException>(() => OpenAsync(directory));

        Assert.Contains($"'{path}' is ", error.Message, StringComparison.Ordinal);
        Assert.Contains("restore a backup", error.Message, StringComparison.Ordinal);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(path));
    }

    [Fact]
    public async Task A_database_that_cannot_be_created_is_named()
    {
        using var directory = new TemporaryDirectory();
        var path = directory["missing/state.db"];

        var error = await Assert.ThrowsAsync<StorageException>(
            async () => await SqliteDatabase.OpenAsync(path, Migrations, TimeProvider.System));

        Assert.Contains($"'{path}' cannot be created", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_it_is_open_and_after_it_is_closed_it_refuses_to_work()
    {
        using var directory = new TemporaryDirectory();
        var database = new SqliteDatabase(directory["state.db"], Migrations, TimeProvider.System);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await database.ReadAsync(_ => 1));

        await database.OpenAsync();
        await database.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await database.ReadAsync(_ => 1));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await database.WriteAsync(_ => 1));
    }

    private static async Task<SqliteDatabase> OpenAsync(TemporaryDirectory directory) =>
        await SqliteDatabase.OpenAsync(directory["state.db"], Migrations, TimeProvider.System);
}
