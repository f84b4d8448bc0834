using OpenClaw.Host.Plugins.Discovery;
using OpenClaw.Host.Plugins.Lifecycle;
using OpenClaw.Host.Plugins.Packages.LockFile;

namespace OpenClaw.Host.Plugins.Rpc;

/// <summary>The package a plugin was installed from.</summary>
/// <param name="Name">Its id.</param>
/// <param name="Version">What was installed.</param>
/// <param name="Source">The feed, the file or the folder it came from.</param>
/// <param name="Updatable">Whether that can have a newer version: it is a feed.</param>
/// <param name="Pinned">Updates pass it over.</param>
/// <param name="Previous">Versions to go back to, the newest first.</param>
internal sealed record PackageDetail(string Name, string Version, string Source, bool Updatable, bool Pinned, IReadOnlyList<string> Previous)
{
    public static PackageDetail? Of(PluginStatus plugin, LockFileView packages) => LockedOf(plugin, packages) is { } locked
        ? new PackageDetail(locked.PackageName, locked.Version, locked.Source, locked.FromFeed, locked.Pinned, [.. locked.Previous.Select(static one => one.Version)])
        : null;

    /// <returns>Null for one that ships, lies elsewhere, or was put there by hand.</returns>
    public static LockedPlugin? LockedOf(PluginStatus plugin, LockFileView packages) =>
        plugin.Origin == PluginOrigin.User && Path.GetFileName(plugin.Directory) == plugin.Id ? packages.Find(plugin.Id) : null;
}
