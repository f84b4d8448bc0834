using OpenClaw.Host.Plugins.Packages.Install;
using OpenClaw.Host.Plugins.Packages.LockFile;

namespace OpenClaw.Host.Tests.Plugins.Packages;

/// <summary>Installations whose process is killed leave the old version or the new one.</summary>
public sealed class PackageCrashTests : IDisposable
{
    private readonly PackageBench _bench = new();

    public void Dispose() => _bench.Dispose();

    public static TheoryData<string, string> Deaths => new()
    {
        { nameof(InstallPhase.Resolving), "1.0.0" },
        { nameof(InstallPhase.Downloading), "1.0.0" },
        { nameof(InstallPhase.Verifying), "1.0.0" },
        { nameof(InstallPhase.Unpacking), "1.0.0" },
        { nameof(InstallPhase.Staged), "1.0.0" },
        { nameof(InstallPhase.Committed), "2.0.0" },
        { nameof(InstallPhase.Exchanged), "2.0.0" },
        { nameof(InstallPhase.Switched), "2.0.0" },
        { nameof(InstallPhase.Recorded), "2.0.0" },
    };

    [Theory]
    [Trait("Threat", "FS-14")]
    [MemberData(nameof(Deaths))]
    public async Task A_kill_at_any_step_leaves_the_old_version_or_the_new_one(string phase, string expected)
    {
        await _bench.InstallAsync(new TestPackage());
        new TestPackage { Version = "2.0.0" }.WriteTo(_bench.Feed);
        using (var child = ChildProcess.Start(PackageChild.InstallUntil, _bench.Paths.Root, _bench.Feed, "2.0.0", phase))
        {
            Assert.Equal(phase, await child.Output.ReadLineAsync());
            await child.KillAsync();
        }

        // Whatever is there is whole, even before anybody has tidied up.
        Assert.Matches("^code of [12].0.0$", File.ReadAllText(_bench.Plugin()));
        await new InstallRecovery(_bench.Paths, Microsoft.Extensions.Logging.Abstractions.NullLogger<InstallRecovery>.Instance).RunAsync();

        Assert.Equal(expected, _bench.Lock.Plugins["sample"].Version);
        Assert.Equal($"code of {expected}", File.ReadAllText(_bench.Plugin()));
        Assert.Null(_bench.LoadRefusal());
        Assert.Empty(Directory.EnumerateFileSystemEntries(_bench.Paths.Staging));
        if (expected == "2.0.0")
            Assert.Equal("1.0.0", (await _bench.Packages.RollBackAsync("sample", default)).To.Version);
    }

    [Theory]
    [Trait("Threat", "FS-14")]
    [InlineData(nameof(InstallPhase.Staged), false)]
    [InlineData(nameof(InstallPhase.Committed), true)]
    [InlineData(nameof(InstallPhase.Switched), true)]
    public async Task A_kill_in_a_first_installation_leaves_all_of_it_or_nothing(string phase, bool installed)
    {
        new TestPackage().WriteTo(_bench.Feed);
        using (var child = ChildProcess.Start(PackageChild.InstallUntil, _bench.Paths.Root, _bench.Feed, "1.0.0", phase))
        {
            Assert.Equal(phase, await child.Output.ReadLineAsync());
            await child.KillAsync();
        }

        // The next installation tidies up as well.
        await _bench.InstallAsync(new TestPackage { Id = "Acme.Other", PluginId = "other" });

        Assert.Equal(installed, _bench.Lock.Plugins.ContainsKey("sample"));
        Assert.Equal(installed, Directory.Exists(_bench.Paths.PluginOf("sample")));
    }

    [Fact]
    public async Task Another_process_that_installs_is_waited_for()
    {
        await _bench.InstallAsync(new TestPackage());
        new TestPackage { Version = "2.0.0" }.WriteTo(_bench.Feed);
        using var child = ChildProcess.Start(PackageChild.InstallUntil, _bench.Paths.Root, _bench.Feed, "2.0.0", nameof(InstallPhase.Staged));
        await child.Output.ReadLineAsync();

        var waiting = _bench.InstallAsync("2.0.0");
        Assert.Null(InstallMutex.TryAcquire(_bench.Paths));
        Assert.False(waiting.IsCompleted);
        await child.KillAsync();

        Assert.True((await waiting).Changed);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_system_that_cannot_swap_folders_at_once_recovers_from_between_the_steps(bool newInPlace)
    {
        await _bench.InstallAsync(new TestPackage());
        var present = _bench.Lock.Plugins["sample"];
        await _bench.InstallAsync(new TestPackage { Version = "2.0.0" });
        await _bench.Packages.RollBackAsync("sample", default);
        var target = _bench.Lock.Plugins["sample"].Previous[0];
        // As the way in several steps leaves it: the old folder aside, the new one still in staging or in place already.
        using var staging = StagingFolder.Create(_bench.Paths);
        Directory.Delete(staging.Content);
        Directory.Move(_bench.Paths.PluginOf("sample"), staging.Aside);
        Directory.Move(_bench.Paths.PreviousOf("sample", "2.0.0"), newInPlace ? _bench.Paths.PluginOf("sample") : staging.Content);
        await staging.WriteJournalAsync(
            new InstallJournal
            {
                PluginId = "sample",
                Content = Path.GetRelativePath(_bench.Paths.Root, staging.Content),
                KeepAs = Path.GetRelativePath(_bench.Paths.Root, _bench.Paths.PreviousOf("sample", "1.0.0")),
                Entry = target with { Previous = [present with { Previous = [] }] },
            },
            default);

        await new Activation(_bench.Paths, new LockFileStore(_bench.Paths)).RecoverAsync();

        Assert.Equal("code of 2.0.0", File.ReadAllText(_bench.Plugin()));
        Assert.Equal("code of 1.0.0", File.ReadAllText(Path.Combine(_bench.Paths.PreviousOf("sample", "1.0.0"), "Sample.dll")));
    }
}
