using OpenClaw.Host.Plugins.Discovery;
using OpenClaw.Host.Plugins.Lifecycle;
using OpenClaw.Host.Plugins.Packages.Install;
using OpenClaw.Host.Plugins.Packages.LockFile;

namespace OpenClaw.Host.Tests.Plugins.Packages;

public sealed class LockedFolderTests : IDisposable
{
    private readonly PackageBench _bench = new();

    public void Dispose() => _bench.Dispose();

    public static TheoryData<string> Changes => ["changed", "added", "missing", "link"];

    [Theory]
    [Trait("Threat", "PLG-02")]
    [MemberData(nameof(Changes))]
    public async Task A_folder_that_differs_from_the_lock_file_is_not_loaded_and_says_why(string change)
    {
        await _bench.InstallAsync(new TestPackage());
        Assert.Null(_bench.LoadRefusal());

        if (change == "changed")
            File.WriteAllText(_bench.Plugin(), "code of 6.6.6");
        else if (change == "added")
            File.WriteAllText(_bench.Plugin("more.dll"), "x");
        else
            File.Delete(_bench.Plugin());
        if (change == "link")
            File.CreateSymbolicLink(_bench.Plugin(), "/etc/hostname");

        Assert.StartsWith($"Sample.dll {(change == "link" ? "is a link" : $"{(change == "missing" ? "is" : "was")} {change}")}".Replace("Sample.dll was added", "more.dll was added", StringComparison.Ordinal), _bench.LoadRefusal(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Threat", "PLG-02")]
    public async Task A_missing_lock_file_loads_nothing_that_was_installed_and_installs_nothing_new()
    {
        await _bench.InstallAsync(new TestPackage());
        File.Delete(_bench.Paths.LockFile);

        Assert.Contains("does not list it any more", _bench.LoadRefusal(), StringComparison.Ordinal);
        Assert.Contains("is missing, although packages are installed (sample)", await _bench.RefusalAsync(new TestPackage { Id = "Acme.Other", PluginId = "other" }), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Threat", "PLG-02")]
    public async Task A_broken_lock_file_is_neither_believed_nor_replaced()
    {
        await _bench.InstallAsync(new TestPackage());
        File.WriteAllText(_bench.Paths.LockFile, "{");

        Assert.Contains("cannot be read", _bench.LoadRefusal(), StringComparison.Ordinal);
        await _bench.RefusalAsync(new TestPackage { Version = "2.0.0" });
        Assert.Equal("{", File.ReadAllText(_bench.Paths.LockFile));
    }

    [Fact]
    public async Task Touched_files_are_read_again_and_found_right()
    {
        await _bench.InstallAsync(new TestPackage());
        File.SetLastWriteTimeUtc(_bench.Plugin(), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        Assert.Null(_bench.LoadRefusal());
    }

    [Fact]
    public async Task A_folder_put_there_by_hand_is_loaded_without_a_line_in_the_lock_file()
    {
        await _bench.InstallAsync(new TestPackage());
        await _bench.Packages.RemoveAsync("sample", keepFiles: true, default);
        File.WriteAllText(_bench.Plugin(), "mine");

        Assert.Null(_bench.LoadRefusal());
    }

    [Fact]
    [Trait("Threat", "PLG-02")]
    public async Task The_plugin_host_lists_a_changed_plugin_with_the_reason()
    {
        await using var plugins = new PluginTestHost();
        using var bench = new PackageBench(plugins.UserRoot);
        PluginTestHost.Install("good", bench["source"]);
        await bench.InstallAsync(new InstallRequest { Path = bench["source/good"] });
        File.AppendAllText(Path.Combine(plugins.UserRoot, "good", "Good.dll"), "x");
        plugins.Changed = folder => new InstalledFolders(bench.Paths).Reason(folder, bench.Config.Signatures);

        await plugins.StartAsync();

        Assert.Equal(PluginState.Failed, plugins.Status("good").State);
        Assert.StartsWith("Good.dll was changed since good 1.2.0 was installed", plugins.Status("good").Reason, StringComparison.Ordinal);
    }
}
