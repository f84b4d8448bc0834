using Microsoft.Extensions.Logging.Abstractions;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Tests.Storage;

public sealed class UpkeepTests
{
    private static readonly Migration[] Migrations = [new("test", 1, "CREATE TABLE rows (id INTEGER PRIMARY KEY, bytes BLOB)")];

    [Fact]
    public async Task A_database_becomes_smaller_after_much_of_it_was_deleted()
    {
        using var directory = new TemporaryDirectory();
        await using (var database = await SqliteDatabase.OpenAsync(directory["state.db"], Migrations, TimeProvider.System))
        {
            await database.WriteAsync(static connection => connection.Execute(
                "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 2000) INSERT INTO rows (bytes) SELECT zeroblob(4000) FROM n"));
            await database.WriteAsync(static connection => connection.Execute("DELETE FROM rows WHERE id > 10"));
            using var upkeep = new StorageUpkeep(database, TimeProvider.System, NullLogger<StorageUpkeep>.Instance);

            Assert.InRange(await upkeep.ShrinkAsync(CancellationToken.None), 1500, 2200);

            Assert.Equal(StorageUpkeep.KeptPages, await database.ReadAsync(static connection => connection.Scalar<long>("PRAGMA freelist_count")));
            Assert.Equal(10, await database.ReadAsync(static connection => connection.Scalar<long>("SELECT count(*) FROM rows")));
        }

        Assert.InRange(new FileInfo(directory["state.db"]).Length, 0, 2 * 1024 * 1024);
    }

    [Fact]
    public async Task A_database_of_an_early_version_is_left_as_it_is()
    {
        using var directory = new TemporaryDirectory();
        using (var old = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={directory["state.db"]};Pooling=False"))
        {
            old.Open();
            old.Execute("PRAGMA auto_vacuum=NONE; CREATE TABLE other (bytes BLOB); INSERT INTO other VALUES (zeroblob(4000000)); DELETE FROM other");
        }

        await using var database = await SqliteDatabase.OpenAsync(directory["state.db"], Migrations, TimeProvider.System);
        using var upkeep = new StorageUpkeep(database, TimeProvider.System, NullLogger<StorageUpkeep>.Instance);

        Assert.Equal(0, await upkeep.ShrinkAsync(CancellationToken.None));
    }

    [Fact]
    public async Task The_log_stays_small_although_one_reader_always_follows_another()
    {
        const long Most = 1024 * 1024;
        using var directory = new TemporaryDirectory();
        using var writer = SqliteConnections.OpenWriter(directory["state.db"]);
        writer.Execute("CREATE TABLE rows (id INTEGER PRIMARY KEY, bytes BLOB)");
        var bound = new LogBound(writer, directory["state.db"], Most);
        using var enough = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(() => Read(directory["state.db"], enough.Token))).ToArray();
        var largest = 0L;

        for (var i = 0; i < 3000; i++)
        {
            writer.Execute("INSERT INTO rows (bytes) VALUES (zeroblob(3000))");
            bound.Committed();
            largest = Math.Max(largest, new FileInfo(directory["state.db"] + "-wal").Length);
        }

        await enough.CancelAsync();
        await Task.WhenAll(readers);
        Assert.InRange(largest, Most, 5 * Most);
    }

    private static void Read(string path, CancellationToken enough)
    {
        using var reader = SqliteConnections.OpenReader(path);
        while (!enough.IsCancellationRequested)
            reader.Scalar<long>("SELECT sum(length(bytes)) FROM (SELECT bytes FROM rows LIMIT 500)");
    }

    [Fact]
    public void The_log_shrinks_after_a_long_reader_has_gone()
    {
        const long Most = 1024 * 1024;
        using var directory = new TemporaryDirectory();
        using var writer = SqliteConnections.OpenWriter(directory["state.db"]);
        writer.Execute("CREATE TABLE rows (id INTEGER PRIMARY KEY, bytes BLOB)");
        var bound = new LogBound(writer, directory["state.db"], Most);
        var log = new FileInfo(directory["state.db"] + "-wal");
        using (var reader = SqliteConnections.OpenReader(directory["state.db"]))
        {
            reader.Execute("BEGIN");
            reader.Scalar<long>("SELECT count(*) FROM rows");
            Write(100, 30_000);
            Assert.True(Length() > 2 * Most);
        }

        Write(64, 10);

        Assert.InRange(Length(), 0, Most);

        void Write(int times, int bytes)
        {
            for (var i = 0; i < times; i++)
            {
                writer.Execute("INSERT INTO rows (bytes) VALUES (zeroblob($bytes))", ("$bytes", bytes));
                bound.Committed();
            }
        }

        long Length()
        {
            log.Refresh();
            return log.Length;
        }
    }
}
