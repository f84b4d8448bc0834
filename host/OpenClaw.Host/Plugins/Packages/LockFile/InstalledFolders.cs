using OpenClaw.Host.Configuration.Model;
using OpenClaw.Host.Plugins.Discovery;
using OpenClaw.Host.Plugins.Packages.Install;
using OpenClaw.Host.Plugins.Packages.Signatures;

namespace OpenClaw.Host.Plugins.Packages.LockFile;

/// <summary>
/// Says before a plugin is loaded whether its folder still is what was installed. Folders that somebody put there by hand have no
/// line in the lock file and are none of its business. Costs a look at names and times; content is read when those changed.
/// </summary>
internal sealed class InstalledFolders(InstallPaths paths)
{
    private readonly LockFileView _view = new(paths);
    private readonly Lock _lock = new();
    // Folders whose content was read and found right in this process, with the stamp they had then; as many as are installed.
    private readonly Dictionary<string, string> _verified = new(StringComparer.Ordinal);

    /// <returns>Null when it may be loaded, else the sentence for its status.</returns>
    public string? Reason(PluginFolder folder, PluginSignaturesConfig signatures)
    {
        if (folder.Origin != PluginOrigin.User || Path.GetDirectoryName(folder.Path) != paths.Root)
            return null;
        lock (_lock)
        {
            var name = Path.GetFileName(folder.Path);
            if (_view.Find(name, out var broken) is { } locked)
                return Difference(folder.Path, locked) ?? Distrust(locked, signatures);
            return File.Exists(Path.Combine(folder.Path, InstallPaths.MarkerName))
                ? broken ?? $"It was installed from a package, and {PluginLock.FileName} does not list it any more. Install it again, or delete {InstallPaths.MarkerName} in its folder to use it as your own."
                : null;
        }
    }

    private string? Difference(string folder, LockedPlugin locked)
    {
        var stamp = FolderFingerprint.Of(folder);
        if (stamp == locked.Stamp || _verified.GetValueOrDefault(folder) == $"{stamp} {locked.Stamp}")
            return null;
        if (FolderContent.Difference(folder, locked) is { } difference)
            return $"{difference} since {locked.PackageName} {locked.Version} was installed. Install it again with --force, or run plugins uninstall --keep-files to use the folder as your own.";
        _verified[folder] = $"{stamp} {locked.Stamp}";
        return null;
    }

    private static string? Distrust(LockedPlugin locked, PluginSignaturesConfig signatures) =>
        signatures.Mode == SignatureMode.Require && new SignaturePolicy(signatures).Reason(locked.Signers) is { } reason
            ? $"{locked.PackageName} {locked.Version}: {reason}"
            : null;
}
