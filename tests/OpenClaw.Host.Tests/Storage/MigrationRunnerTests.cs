using Microsoft.Data.Sqlite;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Tests.Storage;

public sealed class MigrationRunnerTests
{
    private static readonly Migration First = new("room", 1, "CREATE TABLE a (x)");
    private static readonly Migration Second = new("room", 2, "ALTER TABLE a ADD COLUMN y; CREATE TABLE b (z)");

    [Fact]
    public async Task Only_the_missing_steps_of_each_room_are_applied_in_order()
    {
        using var directory = new TemporaryDirectory();
        await using (await OpenAsync(directory, First))
        {
        }

        await using var database = await OpenAsync(directory, new Migration("other", 1, "CREATE TABLE c (x)"), Second, First);
        var versions = await database.ReadAsync(
            c => c.Query("SELECT room || version FROM schema_versions ORDER BY 1", row => row.GetString(0)));

        Assert.Equal(["other1", "room1", "room2"], versions);
        await database.WriteAsync(c => { c.Execute("INSERT INTO a (x, y) VALUES (1, 2)"); });
    }

    [Fact]
    public async Task A_newer_schema_is_refused_with_the_room_and_both_versions()
    {
        using var directory = new TemporaryDirectory();
        await using (await OpenAsync(directory, First, Second))
        {
        }

        var error = await Assert.ThrowsAsync<StorageException>(() => OpenAsync(directory, First));

        Assert.Contains("written by a newer version: its 'room' tables are at version 2, this program knows 1", error.Message, StringComparison.Ordinal);
        Assert.Contains(directory["state.db"], error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_that_fails_leaves_the_database_at_its_old_version()
    {
        using var directory = new TemporaryDirectory();
        var error = await Assert.ThrowsAsync<StorageException>(
            () => OpenAsync(directory, First, new Migration("room", 2, "CREATE TABLE ok (x); CREATE TABLE a (again)")));
        Assert.Contains("Migration 2 of 'room' failed", error.Message, StringComparison.Ordinal);
        Assert.IsType<SqliteException>(error.InnerException);

        await using var database = await OpenAsync(directory);
        Assert.Equal(0, await database.ReadAsync(c => c.Scalar<long>("SELECT count(*) FROM sqlite_schema")) - SchemaVersions);
    }

    // The table, and no others, is made even when there are no rooms.
    private const int SchemaVersions = 1;

    [Fact]
    public void Versions_with_a_gap_or_a_double_are_a_mistake_of_the_room()
    {
        Assert.Throws<ArgumentException>(() => new MigrationRunner([First, new("room", 3, "")]));
        Assert.Throws<ArgumentException>(() => new MigrationRunner([First, First]));
    }

    private static async Task<SqliteDatabase> OpenAsync(TemporaryDirectory directory, params Migration[] migrations) =>
        await SqliteDatabase.OpenAsync(directory["state.db"], migrations, TimeProvider.System);
}
