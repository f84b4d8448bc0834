using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using OpenClaw.Host.Storage;
using OpenClaw.Host.Storage.Backups;
using OpenClaw.TestKit;

namespace OpenClaw.Host.Tests.Storage.Backups;

public sealed class BackupTests : IDisposable
{
    private readonly TemporaryDirectory _folder = new();
    private readonly BackupRestore _restores = new(new BackupReader(new BackupLimits { MaxEntries = 10, MaxBytes = 4 * 1024 * 1024, MaxRatio = 20, RatioFreeBytes = 64 * 1024 }));
    private readonly StatePaths _paths;

    public BackupTests()
    {
        var state = Path.Combine(_folder.Path, "state");
        Directory.CreateDirectory(Path.Combine(state, "logs"));
        Directory.CreateDirectory(Path.Combine(state, "workspace"));
        File.WriteAllText(Path.Combine(state, "openclaw.json"), "{}");
        File.WriteAllText(Path.Combine(state, "logs", "gateway.log"), "x");
        File.WriteAllText(Path.Combine(state, "workspace", "AGENTS.md"), "be kind");
        File.WriteAllText(Path.Combine(state, "gateway.pid"), "1");
        _paths = new StatePaths
        {
            HomeDirectory = _folder.Path,
            StateDirectory = state,
            ConfigFile = Path.Combine(state, "openclaw.json"),
            WorkspaceDirectory = Path.Combine(state, "workspace"),
        };
    }

    private string Archive => Path.Combine(_folder.Path, "backup.tar.gz");

    private string Target => Path.Combine(_folder.Path, "restored");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_is_restored_is_what_was_backed_up_while_it_was_written()
    {
        await using var database = await SqliteDatabase.OpenAsync(_paths.DatabaseFile, [new Migration("t", 1, "CREATE TABLE t (n INTEGER)")], TimeProvider.System);
        await database.WriteAsync(static connection => { connection.Execute("INSERT INTO t VALUES (1)"); });
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
                await database.WriteAsync(static connection => { connection.Execute("INSERT INTO t VALUES (2)"); });
        });

        var written = await WriteAsync();
        await stop.CancelAsync();
        await writing;
        await _restores.VerifyAsync(Archive, default);
        var restored = await _restores.RestoreAsync(Archive, Target, default);

        Assert.Equal(written.Files, restored.Files);
        Assert.Equal(["gateway.db", "openclaw.json", "workspace/AGENTS.md"], restored.Files.Select(static file => file.Path).Order(StringComparer.Ordinal));
        Assert.Equal("be kind", await File.ReadAllTextAsync(Path.Combine(Target, "workspace", "AGENTS.md")));
        await using var copy = await SqliteDatabase.OpenAsync(Path.Combine(Target, "gateway.db"), [new Migration("t", 1, "")], TimeProvider.System);
        Assert.True(await copy.ReadAsync(static connection => connection.Scalar<long>("SELECT count(*) FROM t WHERE n = 1")) == 1);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Archive));
    }

    [Fact]
    public void What_was_taken_out_of_the_way_is_left_out()
    {
        Directory.CreateDirectory(Path.Combine(_paths.StateDirectory, "quarantine", "then"));
        File.WriteAllText(Path.Combine(_paths.StateDirectory, "quarantine", "then", "gateway.db"), "damaged");

        var plan = BackupPlan.Of(_paths, withWorkspace: true);

        Assert.DoesNotContain(plan.Files, static file => file.StartsWith("quarantine", StringComparison.Ordinal));
        Assert.Contains(plan.Skipped, static one => one.Path == "quarantine/then/gateway.db");
    }

    [Fact]
    public async Task Nothing_is_written_over()
    {
        await WriteAsync();
        await Assert.ThrowsAsync<BackupException>(WriteAsync);

        Directory.CreateDirectory(Target);
        File.WriteAllText(Path.Combine(Target, "mine"), "x");
        await Assert.ThrowsAsync<BackupException>(() => _restores.RestoreAsync(Archive, Target, default));
    }

    [Fact]
    public async Task Every_cut_and_every_changed_byte_is_noticed_and_leaves_nothing_behind()
    {
        await WriteAsync();
        var whole = await File.ReadAllBytesAsync(Archive);
        var random = new Random(7);
        for (var attempt = 0; attempt < 200; attempt++)
        {
            var bad = (byte[])whole.Clone();
            if (attempt % 2 == 0)
                bad = bad[..random.Next(bad.Length)];
            else
                bad[random.Next(10, bad.Length)] ^= (byte)(1 << random.Next(8));
            await File.WriteAllBytesAsync(Archive, bad);
            try
            {
                // Bits of the compressed form that mean nothing may change; then the content is the same.
                var manifest = await _restores.RestoreAsync(Archive, Target, default);
                Assert.Equal("be kind", await File.ReadAllTextAsync(Path.Combine(Target, "workspace", "AGENTS.md")));
                Assert.NotEmpty(manifest.Files);
                Directory.Delete(Target, recursive: true);
            }
            catch (BackupException)
            {
                Assert.False(Directory.Exists(Target));
                Assert.False(Directory.Exists(Target + ".restoring"));
            }
        }
    }

    [Theory]
    [Trait("Threat", "FS-21")]
    [InlineData("../evil")]
    [InlineData("/etc/evil")]
    [InlineData("a/../../evil")]
    [InlineData("a\\..\\evil")]
    [InlineData("c:evil")]
    [InlineData("a//b")]
    [InlineData("a%2e%2e/b")]
    [InlineData("con./b")]
    public async Task A_file_that_leads_elsewhere_ends_the_restore(string name)
    {
        Write(tar => tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream([1]) }));

        await Assert.ThrowsAsync<BackupException>(() => _restores.RestoreAsync(Archive, Target, default));
        Assert.False(File.Exists(Path.Combine(_folder.Path, "evil")));
        Assert.False(Directory.Exists(Target));
    }

    [Fact]
    [Trait("Threat", "FS-21")]
    public async Task Links_and_doubles_and_strangers_end_the_restore()
    {
        await RefusedAsync("no ordinary file", static tar => tar.WriteEntry(new PaxTarEntry(TarEntryType.SymbolicLink, "a") { LinkName = "/etc/passwd" }));
        await RefusedAsync("twice", static tar =>
        {
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "a") { DataStream = new MemoryStream([1]) });
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "A") { DataStream = new MemoryStream([1]) });
        });
        await RefusedAsync("does not know", static tar =>
        {
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "a") { DataStream = new MemoryStream([1]) });
            Manifest(tar, "[]");
        });
        await RefusedAsync("missing", static tar => Manifest(tar, """[{"path":"a","length":1,"sha256":"00"}]"""));
        await RefusedAsync("more than 10 files", static tar =>
        {
            for (var number = 0; number < 11; number++)
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, $"f{number}") { DataStream = new MemoryStream([1]) });
        });
        await RefusedAsync("inflates", static tar => tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "zeros") { DataStream = new MemoryStream(new byte[3 * 1024 * 1024]) }));
        await RefusedAsync("no manifest", static tar => tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "a") { DataStream = new MemoryStream([1]) }));
    }

    private Task<BackupManifest> WriteAsync() =>
        new BackupWriter(_paths, TimeProvider.System).WriteAsync(BackupPlan.Of(_paths, withWorkspace: true), Archive, progress: null, default);

    private async Task RefusedAsync(string reason, Action<TarWriter> write)
    {
        Write(write);
        var error = await Assert.ThrowsAsync<BackupException>(() => _restores.RestoreAsync(Archive, Target, default));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    private void Write(Action<TarWriter> write)
    {
        using var file = File.Create(Archive);
        using var gzip = new GZipStream(file, CompressionLevel.SmallestSize);
        using var tar = new TarWriter(gzip);
        write(tar);
    }

    private static void Manifest(TarWriter tar, string files) => tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, BackupManifest.FileName)
    {
        DataStream = new MemoryStream(Encoding.UTF8.GetBytes($$"""{"format":1,"createdAt":"2026-01-01T00:00:00Z","version":"1","files":{{files}}}""")),
    });
}
