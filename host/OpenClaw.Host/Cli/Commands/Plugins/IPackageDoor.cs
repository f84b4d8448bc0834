using OpenClaw.Host.Plugins.Packages.Rpc;

namespace OpenClaw.Host.Cli.Commands.Plugins;

/// <summary>The way to the packages: through the gateway that serves, or straight to the disk when none does, so that there is one writer.</summary>
internal interface IPackageDoor : IAsyncDisposable
{
    /// <summary>Whether a gateway took the change over.</summary>
    bool IsServed { get; }

    /// <exception cref="ReviewAskedException">Somebody has to accept something first.</exception>
    Task<PluginsInstallResult> InstallAsync(PluginsInstallParams parameters, Action<InstallProgressEvent> report, CancellationToken cancellationToken);

    /// <returns>The ids of all that come from a source and are not pinned.</returns>
    Task<IReadOnlyList<string>> UpdatableAsync(CancellationToken cancellationToken);

    Task<PluginsUninstallResult> UninstallAsync(PluginsUninstallParams parameters, CancellationToken cancellationToken);

    Task<PluginsSearchResult> SearchAsync(PluginsSearchParams parameters, string? feed, CancellationToken cancellationToken);
}
