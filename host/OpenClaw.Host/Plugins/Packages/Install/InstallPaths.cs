using OpenClaw.Host.Plugins.Packages.LockFile;

namespace OpenClaw.Host.Plugins.Packages.Install;

/// <summary>Where installed plugins and what belongs to installing lie. Names that begin with a dot are no plugins.</summary>
internal sealed class InstallPaths(string root)
{
    /// <summary>In each installed folder; tells one whose line in the lock file is gone from one that was put there by hand.</summary>
    public const string MarkerName = ".openclaw-package";

    // No version, so no version of a package takes its place.
    private const string ByHandName = "by-hand";

    public string Root { get; } = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));

    public string LockFile => Path.Combine(Root, PluginLock.FileName);

    public string Staging => Path.Combine(Root, ".staging");

    public string Mutex => Path.Combine(Root, ".install.lock");

    public string PluginOf(string id) => Path.Combine(Root, id);

    public string PreviousOf(string id) => Path.Combine(Root, ".previous", id);

    public string PreviousOf(string id, string version) => Path.Combine(PreviousOf(id), version);

    /// <summary>Where a folder is kept that was put there by hand and has a package in its place now.</summary>
    public string ByHandOf(string id) => PreviousOf(id, ByHandName);

    /// <summary>Folders that came from packages.</summary>
    public IEnumerable<string> Marked() => Directory.Exists(Root)
        ? Directory.EnumerateDirectories(Root).Where(static folder => File.Exists(Path.Combine(folder, MarkerName)))
        : [];
}
