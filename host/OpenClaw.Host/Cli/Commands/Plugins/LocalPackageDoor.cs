using OpenClaw.Host.Plugins.Packages;
using OpenClaw.Host.Plugins.Packages.Install;
using OpenClaw.Host.Plugins.Packages.Rpc;

namespace OpenClaw.Host.Cli.Commands.Plugins;

/// <summary>Changes the disk itself. What was installed is loaded when a gateway starts.</summary>
internal sealed class LocalPackageDoor(PackageManager manager) : IPackageDoor
{
    private const string NoRequest = "local";

    public bool IsServed => false;

    public async Task<PluginsInstallResult> InstallAsync(PluginsInstallParams parameters, Action<InstallProgressEvent> report, CancellationToken cancellationToken)
    {
        if (parameters.Mode == PluginsInstallParams.Rollback)
        {
            var (id, from, to) = await manager.Packages.RollBackAsync(parameters.PluginId!, cancellationToken);
            var review = new InstallReview { PluginId = id, PackageName = to.PackageName, Version = to.Version, PreviousVersion = from.Version, Source = to.Source, Sha512 = to.Sha512 };
            return PluginsInstallResult.Of(review, changed: true);
        }

        try
        {
            var request = InstallParamsReader.Read(parameters);
            var result = InstallParamsReader.ToUpdate(parameters) is { } name
                ? await manager.UpdateAsync(name, request, Report, cancellationToken)
                : await manager.InstallAsync(request, Report, cancellationToken);
            if (result.Changed)
                await manager.Packages.ConfirmAsync(result.Review.PluginId);
            return PluginsInstallResult.Of(result.Review, result.Changed);
        }
        catch (ReviewNeededException needed)
        {
            throw new ReviewAskedException(PluginsInstallResult.Of(needed.Review, changed: false));
        }

        void Report(InstallProgress progress) => report(InstallProgressEvent.Of(NoRequest, progress));
    }

    public Task<IReadOnlyList<string>> UpdatableAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>(
        [.. manager.Packages.Read().Plugins.Where(static one => one.Value is { Pinned: false, FromFeed: true }).Select(static one => one.Key)]);

    public async Task<PluginsUninstallResult> UninstallAsync(PluginsUninstallParams parameters, CancellationToken cancellationToken)
    {
        var keep = parameters.KeepFiles ?? false;
        var (id, removed) = await manager.Packages.RemoveAsync(parameters.PluginId, keep, cancellationToken);
        return new PluginsUninstallResult(Ok: true, id, removed.Version, keep);
    }

    public async Task<PluginsSearchResult> SearchAsync(PluginsSearchParams parameters, string? feed, CancellationToken cancellationToken)
    {
        var (found, notes) = await manager.SearchAsync(parameters.Query, parameters.Limit ?? PluginsSearchParams.DefaultLimit, feed, cancellationToken);
        return new PluginsSearchResult(found, notes);
    }

    public ValueTask DisposeAsync()
    {
        manager.Dispose();
        return ValueTask.CompletedTask;
    }
}
