using System.Text;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Tests.Storage;

public sealed class AtomicFileTests
{
    [Fact]
    public async Task A_written_file_has_the_content_belongs_to_its_owner_and_leaves_nothing_beside_it()
    {
        using var directory = new TemporaryDirectory();
        await AtomicFile.WriteAsync(directory["a.json"], "old"u8.ToArray());
        await AtomicFile.WriteAsync(directory["a.json"], "new"u8.ToArray());

        Assert.Equal("new", await File.ReadAllTextAsync(directory["a.json"], Encoding.UTF8));
        Assert.Equal([directory["a.json"]], Directory.GetFiles(directory.Path));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(AtomicFile.OwnerOnly, File.GetUnixFileMode(directory["a.json"]));
        }
    }

    [Fact]
    public async Task A_write_that_cannot_happen_names_the_file_and_leaves_nothing_behind()
    {
        using var directory = new TemporaryDirectory();
        Directory.CreateDirectory(directory["taken/inside"]);

        var error = await Assert.ThrowsAsync<StorageException>(async () => await AtomicFile.WriteAsync(directory["taken"], "x"u8.ToArray()));

        Assert.Contains(directory["taken"], error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(directory.Path));
    }

    [Fact]
    public async Task A_missing_directory_is_named()
    {
        using var directory = new TemporaryDirectory();

        var error = await Assert.ThrowsAsync<StorageException>(async () => await AtomicFile.WriteAsync(directory["no/a"], "x"u8.ToArray()));

        Assert.Contains(directory["no"], error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_write_keeps_the_old_content()
    {
        using var directory = new TemporaryDirectory();
        await AtomicFile.WriteAsync(directory["a"], "old"u8.ToArray());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await AtomicFile.WriteAsync(directory["a"], "new"u8.ToArray(), cancellationToken: new CancellationToken(canceled: true)));

        Assert.Equal("old", await File.ReadAllTextAsync(directory["a"]));
        Assert.Single(Directory.GetFiles(directory.Path));
    }

    [Fact]
    public async Task Of_many_who_create_a_file_at_once_one_wins_and_its_content_stays()
    {
        using var directory = new TemporaryDirectory();
        for (var round = 0; round < 50; round++)
        {
            var path = directory[$"file{round}"];
            using var start = new Barrier(4);
            var created = await Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Factory.StartNew(
                () =>
                {
                    start.SignalAndWait();
                    return AtomicFile.TryCreateAsync(path, new[] { (byte)('0' + writer) }).AsTask().GetAwaiter().GetResult();
                },
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default)));

            Assert.Single(created, true);
            Assert.Equal(Array.IndexOf(created, true).ToString(), await File.ReadAllTextAsync(path));
        }
    }

    [Fact]
    public async Task Leftovers_of_crashed_writes_go_once_they_are_a_day_old_and_nothing_else_goes()
    {
        using var directory = new TemporaryDirectory();
        string[] names = [$".a.json.{Guid.NewGuid():N}.tmp", $".b.{Guid.NewGuid():N}.tmp", ".mine.tmp", "note.tmp"];
        foreach (var name in names)
        {
            await File.WriteAllTextAsync(directory[name], "");
            File.SetLastWriteTimeUtc(directory[name], DateTime.UtcNow.AddDays(name.StartsWith(".b", StringComparison.Ordinal) ? 0 : -2));
        }

        AtomicFile.RemoveLeftovers(directory.Path, TimeProvider.System);

        Assert.Equal(names[1..].Order(), Directory.GetFiles(directory.Path).Select(f => Path.GetFileName(f)!).Order());
    }

    [TmpfsFact]
    [Trait("Threat", "FS-15")]
    public async Task A_disk_that_fills_at_any_step_leaves_the_old_content_and_nothing_beside_it()
    {
        using var disk = new SmallDisk(1);
        var old = new byte[20_000];
        await AtomicFile.WriteAsync(disk["config.json"], old);
        var written = 0;
        for (var free = 0; free <= 120_000; free += 4096)
        {
            disk.Fill();
            disk.Leave(free);
            var fresh = Enumerable.Repeat((byte)free, 60_000).ToArray();
            try
            {
                await AtomicFile.WriteAsync(disk["config.json"], fresh);
                old = fresh;
                written++;
            }
            catch (StorageException error)
            {
                Assert.Contains("its old content is untouched", error.Message, StringComparison.Ordinal);
            }

            Assert.Equal(old, await File.ReadAllBytesAsync(disk["config.json"]));
            disk.Free();
            Assert.Equal([disk["config.json"]], Directory.GetFiles(disk.Path));
        }

        Assert.InRange(written, 1, 29);
    }
}
