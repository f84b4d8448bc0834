using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using OpenClaw.Host.Configuration.Loading;
using OpenClaw.Host.Diagnostics;
using OpenClaw.Host.Diagnostics.Logging;
using OpenClaw.Host.Hosting;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Tests.Storage;

/// <summary>Databases of every version that there was, opened by this program.</summary>
public sealed class ReleasedSchemasTests
{
    /// <summary>
    /// What each step was when it was released. A step that was edited would leave the databases that have it already behind: write a
    /// new step instead, and add its line here.
    /// </summary>
    private static readonly Dictionary<string, string> Released = new()
    {
        ["approvals 1"] = "4a4cb1aa4408554a",
        ["channel-pairing 1"] = "0ea5d5a575f3c940",
        ["channel-pairing 2"] = "974f178e6a63b951",
        ["inbox 1"] = "4e781e8fbd831473",
        ["inbox 2"] = "7d345cbf8085e7a9",
        ["model-cooldowns 1"] = "aaebdf9a61d222a8",
        ["nodes 1"] = "a36d23a00621c47b",
        ["nodes 2"] = "0ae997cd9c83c4d9",
        ["nodes 3"] = "500e27b5455d9051",
        ["outbox 1"] = "de2be82d8157e9b3",
        ["outbox 2"] = "dcea60a3b9e04441",
        ["scheduling 1"] = "8b7c4109dceb81f5",
        ["scheduling 2"] = "b63d452ffcc4c74f",
        ["scheduling 3"] = "83c628eb8f125ad0",
        ["scheduling 4"] = "1e707e032e60893c",
        ["security 1"] = "13140c2420b50f3b",
        ["security 2"] = "0c22ff1ab3c6ba92",
        ["session-routes 1"] = "a70896b2a7a04be2",
        ["sessions 1"] = "9d005e9e1922a764",
        ["sessions 2"] = "62781654ad8c5bc0",
        ["sessions 3"] = "9bfff1319d4ce8fa",
        ["sessions 4"] = "657f7cb4370e707a",
        ["sessions 5"] = "f8803452c755b2fe",
        ["system-events 1"] = "030b23a4843bbee8",
    };

    [Fact]
    public void No_step_was_edited_after_its_release()
    {
        var now = KnownMigrations.All.ToDictionary(static step => NameOf(step), HashOf);
        Assert.Equal(
            Released.OrderBy(static step => step.Key, StringComparer.Ordinal),
            now.OrderBy(static step => step.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void The_list_of_steps_is_what_a_gateway_applies()
    {
        using var directory = new TemporaryDirectory();
        File.WriteAllText(directory["openclaw.json"], """{ "gateway": { "mode": "local", "auth": { "mode": "none" } }, "logging": { "file": "LOG" } }""".Replace("LOG", directory["log"], StringComparison.Ordinal));
        var paths = StatePathResolver.Resolve(name => name is "OPENCLAW_STATE_DIR" or "HOME" ? directory.Path : null);
        var config = Host.Configuration.ConfigLoader.Load(paths, static _ => null);
        using var log = new LogSystem(Host.Configuration.LogSettingsFactory.Create(config.Require().Logging, paths, TextWriter.Null), new Host.Diagnostics.Redaction.SecretRegistry(), TimeProvider.System);
        using var app = (IDisposable)GatewayComposition.Build(paths, new GatewayStart(config, new RestartHistory()), log, new StartLogFilter());

        var applied = ((Microsoft.AspNetCore.Builder.WebApplication)app).Services.GetServices<Migration>().Select(NameOf);

        Assert.Equal(applied.Order(StringComparer.Ordinal), KnownMigrations.All.Select(NameOf).Order(StringComparer.Ordinal));
    }

    public static TheoryData<string, int> EveryVersion()
    {
        var data = new TheoryData<string, int>();
        foreach (var step in KnownMigrations.All)
            data.Add(step.Room, step.Version);
        return data;
    }

    [Theory]
    [MemberData(nameof(EveryVersion))]
    public async Task A_database_of_any_version_keeps_every_row(string room, int version)
    {
        using var directory = new TemporaryDirectory();
        var path = directory["state.db"];
        await using (await SqliteDatabase.OpenAsync(path, As(room, version), TimeProvider.System))
        {
        }

        var before = Seed(path);
        await using (var database = await SqliteDatabase.OpenAsync(path, KnownMigrations.All, TimeProvider.System))
            Assert.Empty(await database.CheckAsync());

        foreach (var (table, columns, rows) in before)
            Assert.Equal(rows, RowsOf(path, table, columns));
        await AssertSameTablesAsync(path);
    }

    [Theory]
    [MemberData(nameof(EveryVersion))]
    public async Task A_step_that_was_cut_off_leaves_the_old_version_and_is_made_again(string room, int version)
    {
        using var directory = new TemporaryDirectory();
        var path = directory["state.db"];
        await using (await SqliteDatabase.OpenAsync(path, As(room, version - 1), TimeProvider.System))
        {
        }

        var before = Seed(path);
        var broken = As(room, version)
            .Select(step => step.Room == room && step.Version == version ? step with { Sql = step.Sql + "\nSELECT nothing_of_that_name();" } : step);
        await Assert.ThrowsAsync<StorageException>(() => SqliteDatabase.OpenAsync(path, broken, TimeProvider.System).AsTask());

        Assert.Equal(version - 1, VersionOf(path, room));
        await using (await SqliteDatabase.OpenAsync(path, KnownMigrations.All, TimeProvider.System))
        {
        }

        Assert.Equal(KnownMigrations.All.Where(step => step.Room == room).Max(static step => step.Version), VersionOf(path, room));
        foreach (var (table, columns, rows) in before)
            Assert.Equal(rows, RowsOf(path, table, columns));
    }

    [Fact]
    [Trait("Threat", "FS-14")]
    public async Task A_kill_in_the_middle_of_the_steps_leaves_the_old_version()
    {
        using var directory = new TemporaryDirectory();
        var path = directory["state.db"];
        await using (await SqliteDatabase.OpenAsync(path, As("sessions", 1), TimeProvider.System))
        {
        }

        var before = Seed(path);
        using (var child = ChildProcess.Start(StorageChild.HangInMigration, path))
        {
            Assert.Equal("in the middle", await child.Output.ReadLineAsync());
            await child.KillAsync();
        }

        Assert.Equal(1, VersionOf(path, "sessions"));
        await using (await SqliteDatabase.OpenAsync(path, KnownMigrations.All, TimeProvider.System))
        {
        }

        foreach (var (table, columns, rows) in before)
            Assert.Equal(rows, RowsOf(path, table, columns));
    }

    /// <summary>All rooms as they are, and one as it was; what came after it in other rooms does not matter to it.</summary>
    private static List<Migration> As(string room, int version) => version == 0
        ? [.. KnownMigrations.All.TakeWhile(step => step.Room != room)]
        : [.. KnownMigrations.All.Where(step => step.Room != room || step.Version <= version)];

    /// <summary>Puts three rows into every table, made from what its columns take.</summary>
    private static List<(string Table, string Columns, string Rows)> Seed(string path)
    {
        using var connection = SqliteConnections.OpenWriter(path);
        connection.Execute("PRAGMA foreign_keys=OFF");
        var tables = connection.Query(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'schema_versions' ORDER BY name", static row => row.GetString(0));
        foreach (var table in tables)
        {
            var columns = ColumnsOf(connection, table);
            var rows = table == "voice_wake" ? 1 : 3;
            for (var row = 1; row <= rows; row++)
            {
                var values = columns.Select(column => column.Type switch
                {
                    "INTEGER" => row.ToString(CultureInfo.InvariantCulture),
                    "BLOB" => $"x'0{row}'",
                    _ => $"'{column.Name}-{row}'",
                });
                connection.Execute($"INSERT INTO {table} ({string.Join(", ", columns.Select(static column => column.Name))}) VALUES ({string.Join(", ", values)})");
            }
        }

        return [.. tables.Select(table => string.Join(", ", ColumnsOf(connection, table).Select(static column => column.Name)) is var columns
            ? (table, columns, RowsOf(path, table, columns))
            : default)];
    }

    private static List<(string Name, string Type)> ColumnsOf(SqliteConnection connection, string table) =>
        connection.Query("SELECT name, type FROM pragma_table_info($table)", static row => (row.GetString(0), row.GetString(1)), ("$table", table));

    private static string RowsOf(string path, string table, string columns)
    {
        using var connection = SqliteConnections.OpenForInspection(path);
        return string.Join('\n', connection.Query(
            $"SELECT {columns} FROM {table} ORDER BY 1, 2",
            static row => string.Join('|', Enumerable.Range(0, row.FieldCount).Select(at => Convert.ToString(row.GetValue(at), CultureInfo.InvariantCulture)))));
    }

    private static async Task AssertSameTablesAsync(string path)
    {
        using var directory = new TemporaryDirectory();
        await using (await SqliteDatabase.OpenAsync(directory["fresh.db"], KnownMigrations.All, TimeProvider.System))
        {
        }

        Assert.Equal(SchemaOf(directory["fresh.db"]), SchemaOf(path));
    }

    private static List<string> SchemaOf(string path)
    {
        using var connection = SqliteConnections.OpenForInspection(path);
        return connection.Query("SELECT coalesce(sql, name) FROM sqlite_schema ORDER BY 1", static row => row.GetString(0));
    }

    private static long VersionOf(string path, string room)
    {
        using var connection = SqliteConnections.OpenForInspection(path);
        return connection.Scalar<long>("SELECT max(version) FROM schema_versions WHERE room = $room", ("$room", room));
    }

    private static string NameOf(Migration step) => $"{step.Room} {step.Version}";

    // Line ends are the checkout's, not the step's.
    private static string HashOf(Migration step) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(step.Sql.ReplaceLineEndings("\n"))))[..16];
}
