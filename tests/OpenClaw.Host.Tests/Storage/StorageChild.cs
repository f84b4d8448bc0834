using System.Globalization;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Tests.Storage;

/// <summary>What the killed processes do, and the tables they share with the tests.</summary>
internal static class StorageChild
{
    public const string WriteRows = "storage-write-rows";
    public const string ReplaceFile = "storage-replace-file";
    public const string HoldLock = "storage-hold-lock";
    public const string RecordSteps = "storage-record-steps";
    public const string HangInMigration = "storage-hang-in-migration";
    public const int FileSize = 256 * 1024;

    public static readonly Migration[] Migrations =
        [new("crash", 1, "CREATE TABLE rows (id INTEGER PRIMARY KEY AUTOINCREMENT, text TEXT NOT NULL)")];

    /// <summary>Eight callers write for ever, and each names the row on standard output once the write was answered.</summary>
    public static async Task<int> WriteRowsAsync(string path)
    {
        await using var database = await SqliteDatabase.OpenAsync(path, Migrations, TimeProvider.System);
        await using var output = Console.OpenStandardOutput();
        using var turn = new SemaphoreSlim(1);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(WriteAsync)));
        return 0;

        async Task WriteAsync()
        {
            while (true)
            {
                var id = await database.WriteAsync(connection => connection.Scalar<long>(
                    "INSERT INTO rows (text) VALUES ($text) RETURNING id", ("$text", new string('x', 300))));
                await turn.WaitAsync();
                await output.WriteAsync(System.Text.Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id};\n")));
                await output.FlushAsync();
                turn.Release();
            }
        }
    }

    /// <summary>Two tables that a transaction always writes both.</summary>
    public static readonly Migration[] PairMigrations =
        [new("pairs", 1, "CREATE TABLE a (id INTEGER PRIMARY KEY, text TEXT NOT NULL); CREATE TABLE b (id INTEGER PRIMARY KEY, text TEXT NOT NULL)")];

    /// <summary>Lets four callers write rows of many sizes, with a checkpoint every few of them, and notes all that reaches the disk.</summary>
    public static async Task<int> RecordStepsAsync(string path, string log, int rows)
    {
        PowerCuts.RecordingVfs.Install(log);
        await using (var database = await SqliteDatabase.OpenAsync(path, PairMigrations, TimeProvider.System))
        {
            await database.WriteAsync(static connection => connection.Scalar<long>("PRAGMA wal_autocheckpoint = 40"));
            await Task.WhenAll(Enumerable.Range(0, 4).Select(caller => Task.Run(async () =>
            {
                for (var id = caller; id < rows; id += 4)
                {
                    var text = new string((char)('a' + (id % 26)), 10 + (id * 37 % 9000));
                    await database.WriteAsync(connection =>
                    {
                        connection.Execute("INSERT INTO a (id, text) VALUES ($id, $text)", ("$id", id), ("$text", text));
                        connection.Execute("INSERT INTO b (id, text) VALUES ($id, $text)", ("$id", id), ("$text", text));
                    });
                    PowerCuts.RecordingVfs.Answered(id);
                }
            })));
        }

        PowerCuts.RecordingVfs.Finish();
        Console.WriteLine("done");
        return 0;
    }

    /// <summary>Replaces a file for ever, each time with one letter all through.</summary>
    public static async Task<int> ReplaceFileAsync(string path)
    {
        for (var i = 0; ; i++)
        {
            var content = new byte[FileSize];
            Array.Fill(content, (byte)('a' + (i % 26)));
            await AtomicFile.WriteAsync(path, content);
            Console.WriteLine(i);
        }
    }

    /// <summary>Begins to bring a database up to date, says when it is in the middle of it, and gets no further.</summary>
    public static async Task<int> HangInMigrationAsync(string path)
    {
        IEnumerable<Migration> steps = [.. Host.Hosting.KnownMigrations.All, new Migration("zz-last", 1, Endless)];
        using var saying = new Timer(static _ => Console.WriteLine("in the middle"), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        await using var database = await SqliteDatabase.OpenAsync(path, steps, TimeProvider.System);
        return 0;
    }

    // Writes until the pages no longer fit into memory, so that a part of the transaction is in the log when the process dies.
    private const string Endless =
        "CREATE TABLE endless (x); WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) INSERT INTO endless SELECT hex(randomblob(500)) FROM n";

    public static async Task<int> HoldLockAsync(string directory)
    {
        var paths = StatePathResolver.Resolve(name => name == "OPENCLAW_STATE_DIR" ? directory : null);
        using var held = await InstanceLock.AcquireAsync(paths, TimeProvider.System);
        Console.WriteLine("held");
        await Console.In.ReadLineAsync();
        return 0;
    }
}
