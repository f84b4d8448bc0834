using OpenClaw.Host.Configuration;
using OpenClaw.Host.Plugins.Packages.Feeds;
using OpenClaw.Host.Plugins.Packages.Install;
using OpenClaw.Host.Plugins.Packages.LockFile;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Plugins.Packages;

/// <summary>Everything that can be done with packages of one state directory, under one version of the configuration.</summary>
internal sealed class PackageManager(StatePaths paths, OpenClawConfig config, PluginSelectionFactory selections, PackageLimits limits, TimeProvider time) : IDisposable
{
    private readonly InstallPaths _installed = new(paths.PluginsDirectory);
    private readonly FeedHttpFactory _http = new(limits, time);

    /// <summary>Those that are there already.</summary>
    public InstalledPackages Packages => new(_installed, config.Plugins, limits, time);

    /// <exception cref="ReviewNeededException">Somebody has to accept something first; nothing was changed.</exception>
    public Task<InstallResult> InstallAsync(InstallRequest request, Action<InstallProgress>? report, CancellationToken cancellationToken) =>
        new PackageInstaller(_installed, config.Plugins, selections.RootsOf(config.Plugins), Feeds, limits, time).InstallAsync(request, report, cancellationToken);

    /// <summary>Installs a newer version of what is installed, from where that came.</summary>
    /// <param name="name">The id of the plugin or of its package.</param>
    /// <param name="request">What is said about it beyond that.</param>
    /// <param name="report">Told how far it is.</param>
    /// <param name="cancellationToken">Gives up while nothing is changed.</param>
    public Task<InstallResult> UpdateAsync(string name, InstallRequest request, Action<InstallProgress>? report, CancellationToken cancellationToken)
    {
        var (id, entry) = InstalledPackages.Require(Packages.Read(), name);
        if (entry.Pinned && request.Version is null)
            throw new PackageException($"{id} is pinned to {entry.Version}. Name a version, or unpin it: openclaw plugins pin {id} --off.");
        if (!entry.FromFeed && request.Path is null && request.Feed is null)
            throw new PackageException($"{id} was installed from {entry.Source}, which is no feed. Install the new version: openclaw plugins install <path>.");
        return InstallAsync(
            request with
            {
                PackageName = request.Path is null ? entry.PackageName : null,
                RootFeed = request.Feed is null && entry.FromFeed ? entry.Source : null,
                ExpectedPluginId = id,
            },
            report,
            cancellationToken);
    }

    public Task<(IReadOnlyList<FoundPackage> Found, IReadOnlyList<string> Notes)> SearchAsync(string query, int limit, string? feed, CancellationToken cancellationToken) =>
        Feeds.Open(feed).SearchAsync(query, limit, cancellationToken);

    public void Dispose() => _http.Dispose();

    private FeedConfiguration Feeds => FeedConfiguration.Of(paths.StateDirectory, _http, limits);
}
