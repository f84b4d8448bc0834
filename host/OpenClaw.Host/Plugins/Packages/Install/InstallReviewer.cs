using NuGet.Versioning;
using OpenClaw.Host.Plugins.Discovery;
using OpenClaw.Host.Plugins.Packages.LockFile;

namespace OpenClaw.Host.Plugins.Packages.Install;

/// <summary>Compares a staged plugin with what is installed: refuses what must not be, and says what somebody has to accept.</summary>
internal sealed class InstallReviewer(InstallPaths paths, IReadOnlyList<PluginRoot> roots)
{
    public InstallReview Review(StagedPlugin staged, InstallRequest request, PluginLock locked)
    {
        var id = staged.Manifest.Id;
        var present = locked.Plugins.GetValueOrDefault(id);
        if (request.ExpectedPluginId is { } expected && expected != id)
            throw new PackageException($"{staged.Entry.PackageName} {staged.Entry.Version} holds the plugin {id}, and {expected} was expected.");
        RequireFree(staged, request, locked, present);
        return new InstallReview
        {
            PluginId = id,
            PackageName = staged.Entry.PackageName,
            Version = staged.Entry.Version,
            PreviousVersion = present?.Version,
            Source = staged.Entry.Source,
            Sha512 = staged.Entry.Sha512,
            Permissions = [.. staged.Manifest.Permissions.Except(present?.Permissions ?? [], StringComparer.Ordinal)],
            Warnings = [.. Warnings(staged, locked, present)],
            Notes = staged.Notes,
            Dependencies = [.. staged.Entry.Dependencies.Select(static one => $"{one.PackageName} {one.Version} {one.Sha512}")],
        };
    }

    /// <summary>Refuses a version that goes back, unless that is wanted.</summary>
    /// <returns>Whether it is the installed one.</returns>
    public static bool IsInstalled(LockedPlugin? present, string version, InstallRequest request)
    {
        if (present is null)
            return false;
        var (before, after) = (NuGetVersion.Parse(present.Version), NuGetVersion.Parse(version));
        if (after < before && !request.AllowDowngrade)
            throw new PackageException($"{present.PackageName} {present.Version} is installed, and {version} is older. Pass --allow-downgrade, or use plugins rollback.");
        return after == before && !request.Force;
    }

    private void RequireFree(StagedPlugin staged, InstallRequest request, PluginLock locked, LockedPlugin? present)
    {
        var id = staged.Manifest.Id;
        if (present is not null && staged.IsPackage && !present.PackageName.Equals(staged.Entry.PackageName, StringComparison.OrdinalIgnoreCase))
            throw new PackageException($"The plugin {id} was installed from {present.PackageName}, so {staged.Entry.PackageName} cannot take its place. Uninstall it first: openclaw plugins uninstall {id}.");
        var other = locked.Plugins.FirstOrDefault(one => one.Key != id && staged.IsPackage && one.Value.PackageName.Equals(staged.Entry.PackageName, StringComparison.OrdinalIgnoreCase));
        if (other.Value is not null)
            throw new PackageException($"{staged.Entry.PackageName} {other.Value.Version} is installed as the plugin {other.Key}; version {staged.Entry.Version} holds the plugin {id} instead. Uninstall {other.Key} first if that is meant.");
        var own = paths.PluginOf(id);
        if (Discovered().FirstOrDefault(folder => folder.DisplayId == id && folder.Path != own) is { } taken)
            throw new PackageException($"There is a plugin {id} in {taken.Path} already ({PluginOriginNames.NameOf(taken.Origin)}). Two plugins cannot have one id.");
        if (present is null && Directory.Exists(own) && !request.Force)
            throw new PackageException($"{own} is there and was not installed from a package. Move it away, or replace it with --force.");
    }

    private IEnumerable<string> Warnings(StagedPlugin staged, PluginLock locked, LockedPlugin? present)
    {
        var id = staged.Manifest.Id;
        if (staged.IsPackage && present is null && !PackageIds.Names(staged.Entry.PackageName, id))
            yield return $"The package {staged.Entry.PackageName} brings a plugin of another name: {id}.";
        if (present is { FromFeed: true } && staged.Entry.FromFeed && present.Source != staged.Entry.Source)
            yield return $"Version {present.Version} came from {present.Source}; this one comes from {staged.Entry.Source}.";
        if (present is not null)
            yield break;
        var known = Discovered().Select(static folder => folder.DisplayId)
            .Concat(locked.Plugins.Keys)
            .Concat(locked.Plugins.Values.Select(static one => one.PackageName))
            .Distinct(StringComparer.OrdinalIgnoreCase);
        foreach (var name in known)
        {
            if (PackageIds.AreSimilar(name, id) || PackageIds.AreSimilar(name, staged.Entry.PackageName))
                yield return $"Its name differs from {name}, which is here already, by one letter.";
        }
    }

    private IReadOnlyList<PluginFolder> Discovered() => PluginDiscovery.Find(roots);
}
