using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Tests.Storage;

public sealed class BadDiskTests
{
    private static readonly Migration[] Migrations = [new("test", 1, "CREATE TABLE rows (id INTEGER PRIMARY KEY, text TEXT)")];

    [TmpfsFact]
    [Trait("Threat", "FS-15")]
    public async Task A_disk_that_is_full_loses_nothing_that_was_answered_and_heals_by_itself()
    {
        using var disk = new SmallDisk(8);
        var clock = new ManualClock();
        var stored = new List<long>();
        await using (var database = await SqliteDatabase.OpenAsync(disk["state.db"], Migrations, clock))
        {
            for (var i = 0; i < 20; i++)
                stored.Add(await InsertAsync(database));
            disk.Fill();

            var error = await Assert.ThrowsAsync<StorageException>(async () =>
            {
                while (true)
                    stored.Add(await InsertAsync(database));
            });
            Assert.Equal(("its disk is full", true), (error.Reason, error.IsTemporary));
            Assert.Equal("its disk is full", database.Trouble?.Reason);
            Assert.Equal(stored, await IdsAsync(database));

            var patient = database.WritePatientlyAsync(static connection => connection.Scalar<long>("INSERT INTO rows (text) VALUES (hex(zeroblob(5000))) RETURNING id")).AsTask();
            await clock.WhenTimerDueIn(StorageTrouble.Pause);
            disk.Free();
            stored.Add(await clock.AdvanceUntilAsync(patient, StorageTrouble.Pause));
            Assert.Null(database.Trouble);
            stored.Add(await InsertAsync(database));
        }

        await using var again = await SqliteDatabase.OpenAsync(disk["state.db"], Migrations, clock);
        Assert.Equal(stored, await IdsAsync(again));
        Assert.Empty(await again.CheckAsync());
    }

    [TmpfsFact]
    [Trait("Threat", "FS-15")]
    public async Task It_is_found_out_without_a_write_of_others_that_there_is_space_again()
    {
        using var disk = new SmallDisk(8);
        var clock = new ManualClock();
        await using var database = await SqliteDatabase.OpenAsync(disk["state.db"], Migrations, clock);
        disk.Fill();
        await Assert.ThrowsAsync<StorageException>(async () =>
        {
            while (true)
                await InsertAsync(database);
        });
        Assert.NotNull(database.Trouble);

        disk.Free();
        clock.Advance(StorageTrouble.Pause);
        while (database.Trouble is not null)
            await Task.Yield();
    }

    [TmpfsFact]
    public async Task A_file_system_for_reading_only_is_named_and_changes_nothing()
    {
        using var disk = new SmallDisk(8);
        await using (var database = await SqliteDatabase.OpenAsync(disk["state.db"], Migrations, TimeProvider.System))
            await InsertAsync(database);
        disk.MakeReadOnly(true);
        var paths = StatePathResolver.Resolve(name => name == "OPENCLAW_STATE_DIR" ? disk.Path : null);

        var error = await Assert.ThrowsAsync<StorageException>(() => SqliteDatabase.OpenAsync(disk["state.db"], Migrations, TimeProvider.System).AsTask());
        Assert.Contains($"'{disk["state.db"]}'", error.Message, StringComparison.Ordinal);
        Assert.Contains("openclaw doctor", error.Message, StringComparison.Ordinal);
        var locked = await Assert.ThrowsAsync<StorageException>(() => InstanceLock.AcquireAsync(paths, TimeProvider.System).AsTask());
        Assert.Contains("mounted for writing", locked.Message, StringComparison.Ordinal);

        disk.MakeReadOnly(false);
        await using var again = await SqliteDatabase.OpenAsync(disk["state.db"], Migrations, TimeProvider.System);
        Assert.Equal([1], await IdsAsync(again));
    }

    [Fact]
    public async Task A_database_that_another_process_locks_is_named_and_works_once_it_is_free()
    {
        using var directory = new TemporaryDirectory();
        await using var database = await SqliteDatabase.OpenAsync(directory["state.db"], Migrations, TimeProvider.System);
        using (var other = SqliteConnections.OpenWriter(directory["state.db"]))
        {
            other.Execute("BEGIN IMMEDIATE");
            var error = await Assert.ThrowsAsync<StorageException>(() => InsertAsync(database));
            Assert.Contains("is locked by another process", error.Message, StringComparison.Ordinal);
            Assert.Equal("its database is locked by another process", database.Trouble?.Reason);
        }

        Assert.Equal(1, await InsertAsync(database));
        Assert.Null(database.Trouble);
    }

    [Fact]
    [Trait("Threat", "FS-17")]
    public async Task A_page_that_goes_bad_while_the_gateway_runs_is_told_until_somebody_repairs_it()
    {
        using var directory = new TemporaryDirectory();
        await using (var database = await SqliteDatabase.OpenAsync(directory["state.db"], Migrations, TimeProvider.System))
        {
            await database.WriteAsync(static connection => connection.Execute(
                "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 20000) INSERT INTO rows (text) SELECT hex(randomblob(100)) FROM n"));
        }

        await using (var database = await SqliteDatabase.OpenAsync(directory["state.db"], Migrations, TimeProvider.System))
        {
            using (var file = new FileStream(directory["state.db"], FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
            {
                file.Position = file.Length / 4096 / 2 * 4096;
                file.Write(new byte[4096]);
            }

            var error = await Assert.ThrowsAsync<StorageException>(async () => await database.ReadAsync(static connection => connection.Scalar<long>("SELECT sum(length(text)) FROM rows")));
            Assert.Equal(("its database is damaged", false), (error.Reason, error.IsTemporary));

            await InsertAsync(database);
            Assert.Equal("its database is damaged", database.Trouble?.Reason);
        }
    }

    private static Task<long> InsertAsync(SqliteDatabase database) => database.WriteAsync(
        static connection => connection.Scalar<long>("INSERT INTO rows (text) VALUES (hex(zeroblob(5000))) RETURNING id")).AsTask();

    private static async Task<List<long>> IdsAsync(SqliteDatabase database) =>
        await database.ReadAsync(static connection => connection.Query("SELECT id FROM rows ORDER BY id", static row => row.GetInt64(0)));
}
