using System.Globalization;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Tests.Storage;

public sealed class CrashTests
{
    [Fact]
    [Trait("Threat", "FS-14")]
    public async Task Every_acknowledged_write_is_there_after_the_process_was_killed_while_writing()
    {
        using var directory = new TemporaryDirectory();
        var acknowledged = new HashSet<long>();
        foreach (var rows in (int[])[1, 150, 700])
        {
            using var child = ChildProcess.Start(StorageChild.WriteRows, directory["state.db"]);
            for (var i = 0; i < rows; i++)
            {
                Take(await child.Output.ReadLineAsync());
            }

            foreach (var line in (await child.KillAsync()).Split('\n'))
            {
                Take(line);
            }

            await using var database = await SqliteDatabase.OpenAsync(directory["state.db"], StorageChild.Migrations, TimeProvider.System);
            var stored = await database.ReadAsync(connection => connection.Query("SELECT id FROM rows", row => row.GetInt64(0)));
            Assert.Empty(acknowledged.Except(stored));
            Assert.Empty(await database.CheckAsync());
        }

        Assert.True(acknowledged.Count >= 851);

        // The last line may be cut; only a closed one was acknowledged.
        void Take(string? line)
        {
            if (line is not null && line.EndsWith(';'))
            {
                acknowledged.Add(long.Parse(line.AsSpan(0, line.Length - 1), CultureInfo.InvariantCulture));
            }
        }
    }

    [Fact]
    [Trait("Threat", "FS-14")]
    public async Task A_replaced_file_is_old_or_new_after_the_process_was_killed_while_replacing()
    {
        using var directory = new TemporaryDirectory();
        using var child = ChildProcess.Start(StorageChild.ReplaceFile, directory["config.json"]);
        for (var i = 0; i < 20; i++)
        {
            await child.Output.ReadLineAsync();
        }

        await child.KillAsync();

        var content = await File.ReadAllBytesAsync(directory["config.json"]);
        Assert.Equal(StorageChild.FileSize, content.Length);
        Assert.All(content.Chunk(4096), chunk => Assert.Equal(-1, chunk.AsSpan().IndexOfAnyExcept(content[0])));
    }
}
