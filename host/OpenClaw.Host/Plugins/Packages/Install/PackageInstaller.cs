using NuGet.Versioning;
using OpenClaw.Host.Configuration.Model;
using OpenClaw.Host.Plugins.Discovery;
using OpenClaw.Host.Plugins.Packages.Feeds;
using OpenClaw.Host.Plugins.Packages.LockFile;
using OpenClaw.Host.Plugins.Packages.Resolution;
using OpenClaw.Host.Plugins.Packages.Signatures;

namespace OpenClaw.Host.Plugins.Packages.Install;

/// <summary>
/// Installs a plugin: obtain, verify, unpack, review, and only then change anything. One at a time over all processes. Runs
/// nothing of the package.
/// </summary>
internal sealed class PackageInstaller(
    InstallPaths paths, PluginsConfig config, IReadOnlyList<PluginRoot> roots, FeedConfiguration feeds, PackageLimits limits, TimeProvider time)
{
    private readonly LockFileStore _store = new(paths);
    private readonly SignaturePolicy _signatures = new(config.Signatures);

    public InstallPaths Paths => paths;

    /// <exception cref="ReviewNeededException">Somebody has to accept something first; nothing was changed.</exception>
    public async Task<InstallResult> InstallAsync(InstallRequest request, Action<InstallProgress>? report, CancellationToken cancellationToken)
    {
        var progress = new ProgressReporter(request.PackageName ?? Path.GetFileName(request.Path) ?? "", report);
        progress.At(InstallPhase.Waiting);
        using var mutex = await InstallMutex.AcquireAsync(paths, limits.LockPatience, time, cancellationToken);
        var activation = new Activation(paths, _store);
        await activation.RecoverAsync();
        var locked = _store.Read();
        using var staging = StagingFolder.Create(paths);
        var staged = await StageAsync(request, locked, staging, progress, cancellationToken);
        if (staged is null)
            return Installed(request, locked);

        var review = new InstallReviewer(paths, roots).Review(staged, request, locked);
        var present = locked.Plugins.GetValueOrDefault(review.PluginId);
        if (InstallReviewer.IsInstalled(present, review.Version, request))
            return Installed(present!, review.PluginId);
        RequireSame(present, staged.Entry);
        if (request.DryRun)
            return new InstallResult(review, Changed: false, present);
        RequireAccepted(review, request);

        progress.At(InstallPhase.Staged);
        cancellationToken.ThrowIfCancellationRequested();
        await CommitAsync(activation, staging, staged, present, request, progress);
        return new InstallResult(review, Changed: true, present);
    }

    /// <summary>What installations that were cut off have left is finished or thrown away.</summary>
    public async Task RecoverAsync(CancellationToken cancellationToken)
    {
        using var mutex = await InstallMutex.AcquireAsync(paths, limits.LockPatience, time, cancellationToken);
        await new Activation(paths, _store).RecoverAsync();
    }

    private static InstallResult Installed(LockedPlugin present, string id) => new(
        new InstallReview { PluginId = id, PackageName = present.PackageName, Version = present.Version, PreviousVersion = present.Version, Source = present.Source, Sha512 = present.Sha512 },
        Changed: false,
        present);

    private static InstallResult Installed(InstallRequest request, PluginLock locked)
    {
        var (id, present) = Find(locked, request.PackageName!)!.Value;
        return Installed(present, id);
    }

    private static (string Id, LockedPlugin Entry)? Find(PluginLock locked, string package)
    {
        foreach (var (id, entry) in locked.Plugins)
        {
            if (entry.PackageName.Equals(package, StringComparison.OrdinalIgnoreCase))
                return (id, entry);
        }

        return null;
    }

    private async Task<StagedPlugin?> StageAsync(InstallRequest request, PluginLock locked, StagingFolder staging, ProgressReporter progress, CancellationToken cancellationToken)
    {
        try
        {
            return request.Path is { } path
                ? await StagePathAsync(Path.GetFullPath(path), request, staging, progress, cancellationToken)
                : await StageFeedAsync(request, locked, staging, progress, cancellationToken);
        }
        catch (InvalidDataException error)
        {
            // What the library says of an archive that is none when its entries are read.
            throw new PackageException($"The package is damaged: {error.Message}", error);
        }
    }

    private async Task<StagedPlugin> StagePathAsync(string path, InstallRequest request, StagingFolder staging, ProgressReporter progress, CancellationToken cancellationToken)
    {
        var stager = new PackageStager(limits, _signatures, time);
        if (Directory.Exists(path))
            return await stager.StageFolderAsync(path, staging, cancellationToken);
        if (!File.Exists(path))
            throw new PackageException($"Plugin path not found: {path}. Name a .nupkg file or a plugin folder.");
        var obtained = await new PackageObtainer(limits).CopyAsync(path, staging, cancellationToken);
        return await stager.StagePackageAsync(obtained, request, feeds.Open(request.Feed), staging, progress.At, cancellationToken);
    }

    private async Task<StagedPlugin?> StageFeedAsync(InstallRequest request, PluginLock locked, StagingFolder staging, ProgressReporter progress, CancellationToken cancellationToken)
    {
        progress.At(InstallPhase.Resolving);
        var set = feeds.Open(request.Feed);
        var root = request.RootFeed is null ? set : feeds.Open(request.RootFeed);
        var (package, note) = await new PackageChooser(root).ChooseAsync(
            request.PackageName ?? throw new PackageException("Name a package, a .nupkg file or a plugin folder."), VersionChoice.Parse(request.Version), cancellationToken);
        // Before it is downloaded.
        if (InstallReviewer.IsInstalled(Find(locked, package.Nuspec.Id)?.Entry, package.Nuspec.Version.ToNormalizedString(), request))
            return null;
        var obtained = await new PackageObtainer(limits).DownloadAsync(package, _signatures.Keys.Count > 0 && _signatures.Mode != SignatureMode.Off, staging, progress.Download, cancellationToken);
        var staged = await new PackageStager(limits, _signatures, time).StagePackageAsync(obtained, request, set, staging, progress.At, cancellationToken);
        return note is null ? staged : staged with { Notes = [note, .. staged.Notes] };
    }

    // A version is published once; the same one with other content is somebody else's.
    private static void RequireSame(LockedPlugin? present, LockedPlugin staged)
    {
        IEnumerable<LockedPlugin> known = present is null ? [] : [present, .. present.Previous];
        if (staged.Sha512 is not null && known.FirstOrDefault(one => one.Version == staged.Version && one.Sha512 is not null && one.Sha512 != staged.Sha512) is not null)
            throw new PackageException($"{staged.PackageName} {staged.Version} is not what it was when it was installed before: its SHA-512 has changed. Uninstall the plugin first if you know why.");
    }

    private static void RequireAccepted(InstallReview review, InstallRequest request)
    {
        if (request.AcceptedReview == review.Token)
            return;
        if (review.Permissions.Count > 0 || (review.Warnings.Count > 0 && !request.AcceptWarnings))
            throw new ReviewNeededException(review);
    }

    // Somebody's only copy is not thrown away before what replaces it serves.
    private string? KeptAs(string id, LockedPlugin? present) =>
        present is not null ? paths.PreviousOf(id, present.Version) : Directory.Exists(paths.PluginOf(id)) ? paths.ByHandOf(id) : null;

    private async Task CommitAsync(Activation activation, StagingFolder staging, StagedPlugin staged, LockedPlugin? present, InstallRequest request, ProgressReporter progress)
    {
        var id = staged.Manifest.Id;
        IEnumerable<LockedPlugin> previous = present is null ? [] : [present with { Previous = [] }, .. present.Previous];
        var journal = new InstallJournal
        {
            PluginId = id,
            Content = Path.GetRelativePath(paths.Root, staging.Content),
            KeepAs = KeptAs(id, present) is { } kept ? Path.GetRelativePath(paths.Root, kept) : null,
            Entry = staged.Entry with
            {
                Pinned = request.Pin ?? present?.Pinned ?? false,
                Previous = [.. previous.Where(one => one.Version != staged.Entry.Version).Take(config.KeepPrevious)],
            },
        };
        // Before the first plugin is in place: from then on a lock file that is missing is one that got lost.
        if (!_store.Exists)
            await _store.WriteAsync(new PluginLock(), CancellationToken.None);
        // From here on nobody waits for a caller who went away.
        await staging.WriteJournalAsync(journal, CancellationToken.None);
        progress.At(InstallPhase.Committed);
        await activation.RunAsync(staging, journal, progress.At);
    }
}
