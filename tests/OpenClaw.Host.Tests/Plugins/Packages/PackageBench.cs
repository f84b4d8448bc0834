using NuGet.Configuration;
using OpenClaw.Host.Configuration.Model;
using OpenClaw.Host.Plugins.Discovery;
using OpenClaw.Host.Plugins.Packages;
using OpenClaw.Host.Plugins.Packages.Feeds;
using OpenClaw.Host.Plugins.Packages.Install;
using OpenClaw.Host.Plugins.Packages.LockFile;

namespace OpenClaw.Host.Tests.Plugins.Packages;

/// <summary>A plugins directory with a folder feed beside it.</summary>
internal sealed class PackageBench : IDisposable
{
    private readonly TemporaryDirectory _folder = new();
    private readonly FeedHttpFactory _http;

    public PackageBench(string? root = null)
    {
        Paths = new InstallPaths(root ?? _folder["plugins"]);
        _http = new FeedHttpFactory(Limits, TimeProvider.System);
        Configure($"""<packageSources><clear/><add key="folder" value="{Feed}"/></packageSources>""");
        Directory.CreateDirectory(Feed);
    }

    public static PackageLimits Limits { get; } = new()
    {
        RetryDelay = TimeSpan.FromMilliseconds(1),
        MaxRetryDelay = TimeSpan.FromMilliseconds(20),
        AnswerTimeout = TimeSpan.FromSeconds(10),
        LockPatience = TimeSpan.FromSeconds(30),
    };

    public InstallPaths Paths { get; }

    public string Feed => _folder["feed"];

    public PluginsConfig Config { get; set; } = new();

    public InstalledPackages Packages => new(Paths, Config, Limits, TimeProvider.System);

    public PluginLock Lock => new LockFileStore(Paths).Read();

    public string this[string name] => _folder[name];

    public string Plugin(string file = "Sample.dll") => Path.Combine(Paths.PluginOf("sample"), file);

    public void Configure(string content) => File.WriteAllText(_folder["nuget.config"], $"<configuration>{content}</configuration>");

    public FeedConfiguration Feeds(PackageLimits? limits = null) => new(Settings.LoadSpecificSettings(_folder.Path, "nuget.config"), _http, limits ?? Limits);

    public Task<InstallResult> InstallAsync(InstallRequest request, Action<InstallProgress>? report = null, PackageLimits? limits = null) =>
        new PackageInstaller(Paths, Config, [new PluginRoot(Paths.Root, PluginOrigin.User)], Feeds(limits), limits ?? Limits, TimeProvider.System)
            .InstallAsync(request, report, CancellationToken.None);

    public Task<InstallResult> InstallAsync(string version = "1.0.0") => InstallAsync(new InstallRequest { PackageName = "Acme.Sample", Version = version });

    /// <summary>Puts a package into the feed and installs it.</summary>
    public async Task<InstallResult> InstallAsync(TestPackage package)
    {
        package.WriteTo(Feed);
        return await InstallAsync(new InstallRequest { PackageName = package.Id, Version = package.Version });
    }

    public async Task<string> RefusalAsync(InstallRequest request) => (await Assert.ThrowsAsync<PackageException>(() => InstallAsync(request))).Message;

    public async Task<string> RefusalAsync(TestPackage package) => (await Assert.ThrowsAsync<PackageException>(() => InstallAsync(package))).Message;

    /// <summary>Why the plugin's folder may not be loaded.</summary>
    public string? LoadRefusal(string id = "sample") => new InstalledFolders(Paths)
        .Reason(PluginDiscovery.Find([new PluginRoot(Paths.Root, PluginOrigin.User)]).Single(folder => Path.GetFileName(folder.Path) == id), Config.Signatures);

    /// <summary>What there is of plugins and of installing.</summary>
    public IReadOnlyList<string> Left() => Directory.Exists(Paths.Root)
        ? [.. Directory.EnumerateFiles(Paths.Root, "*", SearchOption.AllDirectories).Where(path => path != Paths.Mutex && path != Paths.LockFile)]
        : [];

    public void Dispose()
    {
        _http.Dispose();
        _folder.Dispose();
    }
}
