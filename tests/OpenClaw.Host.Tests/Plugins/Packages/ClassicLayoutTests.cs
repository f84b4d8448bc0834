using OpenClaw.Host.Plugins.Packages.Install;

namespace OpenClaw.Host.Tests.Plugins.Packages;

/// <summary>Packages that bring only their own assembly; what they need comes from the feeds.</summary>
public sealed class ClassicLayoutTests : IDisposable
{
    private readonly PackageBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Dependencies_are_laid_out_flat_in_the_lowest_version_that_suits_everybody()
    {
        Library("Dep.A", "1.0.0");
        Library("Dep.A", "1.5.0", """<dependency id="Dep.B" version="1.0.0"/>""");
        Library("Dep.A", "2.0.0");
        Library("Dep.B", "1.0.0", """<dependency id="Dep.A" version="[1.2.0,2.0.0)"/><dependency id="Microsoft.Extensions.Logging.Abstractions" version="99.0.0"/>""");
        Library("Dep.B", "3.0.0");

        await _bench.InstallAsync(new TestPackage { Classic = true, Dependencies = Needs("Dep.A", "1.0.0") + Needs("Dep.B", "1.0.0") });

        Assert.Equal("Dep.A 1.5.0 net8.0", File.ReadAllText(_bench.Plugin("Dep.A.dll")));
        Assert.Equal("Dep.B 1.0.0 net8.0", File.ReadAllText(_bench.Plugin("Dep.B.dll")));
        Assert.Equal(["Dep.A 1.5.0", "Dep.B 1.0.0"], _bench.Lock.Plugins["sample"].Dependencies.Select(static one => $"{one.PackageName} {one.Version}"));
        Assert.Null(_bench.LoadRefusal());
    }

    [Fact]
    public async Task A_conflict_names_every_range_and_who_wants_it()
    {
        Library("Dep.A", "1.0.0");
        Library("Dep.A", "2.0.0");
        Library("Dep.B", "1.0.0", Needs("Dep.A", "[2.0.0]"));

        var refusal = await _bench.RefusalAsync(new TestPackage { Classic = true, Dependencies = Needs("Dep.A", "[1.0.0]") + Needs("Dep.B", "1.0.0") });

        Assert.Contains("Acme.Sample 1.0.0 wants (= 1.0.0)", refusal, StringComparison.Ordinal);
        Assert.Contains("Dep.B 1.0.0 wants (= 2.0.0)", refusal, StringComparison.Ordinal);
        Assert.Contains("folder has 2.0.0, 1.0.0", refusal, StringComparison.Ordinal);
        Assert.Empty(_bench.Left());
    }

    [Fact]
    public async Task What_an_abandoned_version_asked_for_is_not_asked_for_any_more()
    {
        Library("Dep.A", "1.0.0", Needs("Dep.Gone", "1.0.0"));
        Library("Dep.A", "2.0.0");
        Library("Dep.B", "1.0.0", Needs("Dep.A", "2.0.0"));
        Library("Dep.Gone", "1.0.0");

        await _bench.InstallAsync(new TestPackage { Classic = true, Dependencies = Needs("Dep.A", "1.0.0") + Needs("Dep.B", "1.0.0") });

        Assert.False(File.Exists(_bench.Plugin("Dep.Gone.dll")));
    }

    [Fact]
    public async Task A_dependency_that_nobody_has_is_named() =>
        Assert.Contains("Acme.Sample 1.0.0 needs Dep.None", await _bench.RefusalAsync(new TestPackage { Classic = true, Dependencies = Needs("Dep.None", "1.0.0") }), StringComparison.Ordinal);

    [Fact]
    public async Task Files_for_this_system_go_before_those_for_every_system()
    {
        Library(
            "Dep.A",
            "1.0.0",
            "",
            ("lib/net6.0/Dep.A.dll", "older"), ("lib/net11.0/Dep.A.dll", "newer"), ("lib/net8.0/de/Dep.A.resources.dll", "german"), ("lib/net8.0/Dep.A.xml", "docs"),
            ("runtimes/unix/lib/net8.0/Dep.A.dll", "unix"), ("runtimes/win/lib/net8.0/Dep.A.dll", "windows"),
            ("runtimes/linux/native/libdep.so", "any linux"), ("runtimes/linux-x64/native/libdep.so", "linux-x64"), ("runtimes/linux-arm64/native/libdep.so", "linux-arm64"));

        await _bench.InstallAsync(new TestPackage { Classic = true, Dependencies = Needs("Dep.A", "1.0.0") });

        if (OperatingSystem.IsLinux())
        {
            Assert.Equal("unix", File.ReadAllText(_bench.Plugin("Dep.A.dll")));
            Assert.Equal($"linux-{System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}", File.ReadAllText(_bench.Plugin("libdep.so")));
        }

        Assert.Equal("german", File.ReadAllText(_bench.Plugin("de/Dep.A.resources.dll")));
        Assert.False(File.Exists(_bench.Plugin("Dep.A.xml")));
    }

    private static string Needs(string id, string range) => $"""<dependency id="{id}" version="{range}"/>""";

    private void Library(string id, string version, string dependencies = "", params (string Name, string Content)[] extra) => new TestPackage
    {
        Id = id,
        Version = version,
        PackageType = null,
        Dependencies = dependencies,
        Extra = [($"lib/net8.0/{id}.dll", $"{id} {version} net8.0"), ($"lib/netstandard2.0/{id}.dll", "standard"), .. extra],
    }.WriteTo(_bench.Feed);
}
