using OpenClaw.Host.Configuration;
using OpenClaw.Host.Plugins.Lifecycle;
using OpenClaw.Host.Plugins.Packages.Feeds;
using OpenClaw.Host.Plugins.Packages.Install;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Plugins.Packages;

/// <summary>
/// Packages of a gateway that serves: what was installed is taken over at once, and what does not start is taken back, with the
/// version before it serving on.
/// </summary>
internal sealed partial class GatewayPackages(
    PluginHost plugins, PluginReload reload, PluginSelectionFactory selections, IConfigSource configuration, StatePaths paths, TimeProvider time, ILogger<GatewayPackages> logger) : IDisposable
{
    // From the files on disk until it is known whether they serve: what comes in between must neither be taken for a failure nor hold
    // up the way back.
    private readonly SemaphoreSlim _turn = new(1, 1);

    public void Dispose() => _turn.Dispose();

    /// <exception cref="ReviewNeededException">Somebody has to accept something first; nothing was changed.</exception>
    public async Task<(InstallResult Result, PluginStatus? Status)> InstallAsync(
        InstallRequest request, string? update, Action<InstallProgress> report, CancellationToken cancellationToken)
    {
        using var turn = await TakeTurnAsync(cancellationToken);
        return await InstallNowAsync(request, update, report, cancellationToken);
    }

    private async Task<(InstallResult Result, PluginStatus? Status)> InstallNowAsync(
        InstallRequest request, string? update, Action<InstallProgress> report, CancellationToken cancellationToken)
    {
        using var manager = Open();
        var result = update is null
            ? await manager.InstallAsync(request, report, cancellationToken)
            : await manager.UpdateAsync(update, request, report, cancellationToken);
        var id = result.Review.PluginId;
        if (!result.Changed)
            return (result, StatusOf(id));

        report(new InstallProgress(result.Review.PackageName, InstallPhase.Starting));
        if (await TakeOverAsync(id, result.Review.Version) is { } reason)
        {
            LogTakenBack(logger, id, result.Review.Version, reason);
            await manager.Packages.UndoAsync(id, result.Before);
            await reload.ApplyAsync([], CancellationToken.None);
            throw new PackageException(result.Before is { } before
                ? $"{result.Review.PackageName} {result.Review.Version} does not start, so {before.Version} is back: {reason}"
                : $"{result.Review.PackageName} {result.Review.Version} does not start and was removed again: {reason}");
        }

        await manager.Packages.ConfirmAsync(id);
        report(new InstallProgress(result.Review.PackageName, InstallPhase.Done));
        return (result, StatusOf(id));
    }

    /// <summary>Puts the version before the present one back.</summary>
    public async Task<(InstallResult Result, PluginStatus? Status)> RollBackAsync(string name, CancellationToken cancellationToken)
    {
        using var turn = await TakeTurnAsync(cancellationToken);
        using var manager = Open();
        var (id, from, to) = await manager.Packages.RollBackAsync(name, cancellationToken);
        if (await TakeOverAsync(id, to.Version) is { } reason)
        {
            await manager.Packages.RollBackAsync(id, CancellationToken.None);
            await reload.ApplyAsync([], CancellationToken.None);
            throw new PackageException($"{to.PackageName} {to.Version} does not start any more, so {from.Version} stays: {reason}");
        }

        var review = new InstallReview { PluginId = id, PackageName = to.PackageName, Version = to.Version, PreviousVersion = from.Version, Source = to.Source, Sha512 = to.Sha512 };
        return (new InstallResult(review, Changed: true, from), StatusOf(id));
    }

    /// <returns>The plugin's id and the version that was removed.</returns>
    public async Task<(string Id, string Version)> RemoveAsync(string name, bool keepFiles, CancellationToken cancellationToken)
    {
        using var turn = await TakeTurnAsync(cancellationToken);
        using var manager = Open();
        var (id, removed) = await manager.Packages.RemoveAsync(name, keepFiles, cancellationToken);
        await reload.ApplyAsync([], CancellationToken.None);
        return (id, removed.Version);
    }

    public async Task<(IReadOnlyList<FoundPackage> Found, IReadOnlyList<string> Notes)> SearchAsync(string query, int limit, CancellationToken cancellationToken)
    {
        using var manager = Open();
        return await manager.SearchAsync(query, limit, feed: null, cancellationToken);
    }

    /// <returns>Null when the version serves, or is switched off on purpose; else why it does not.</returns>
    private async Task<string?> TakeOverAsync(string id, string version)
    {
        // Not the caller's token: what lies on disk and what serves must not differ because somebody hung up.
        await reload.ApplyAsync([id], CancellationToken.None);
        return StatusOf(id) switch
        {
            null => "no plugin of that id was found after it was installed.",
            { State: PluginState.Disabled } => null,
            { State: PluginState.Running } status when status.Manifest?.Version.ToNormalizedString() == version && status.Degraded?.StartsWith("replace:", StringComparison.Ordinal) != true => null,
            var status => Cause(status.Problem ?? status.Reason ?? $"it is {status.State}."),
        };
    }

    // A refusal names the version and the generation that goes on first; here the caller knows both.
    private static string Cause(string problem) =>
        problem.IndexOf(PluginOutcome.GoesOn, StringComparison.Ordinal) is > 0 and var cut ? problem[(cut + PluginOutcome.GoesOn.Length)..] : problem;

    private async Task<IDisposable> TakeTurnAsync(CancellationToken cancellationToken)
    {
        var patience = PackageLimits.Default.LockPatience;
        if (!await _turn.WaitAsync(patience, cancellationToken))
            throw new PackageException($"Another installation has been going on for {patience.TotalSeconds:0} s. Wait for it.");
        return new Turn(_turn);
    }

    private PluginStatus? StatusOf(string id) => plugins.Plugins.FirstOrDefault(plugin => plugin.Id == id);

    private PackageManager Open() => new(paths, configuration.Current, selections, PackageLimits.Default, time);

    [LoggerMessage(2041, LogLevel.Warning, "Plugin {PluginId} {Version} was installed, does not start, and is taken back: {Reason}")]
    private static partial void LogTakenBack(ILogger logger, string pluginId, string version, string reason);

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
