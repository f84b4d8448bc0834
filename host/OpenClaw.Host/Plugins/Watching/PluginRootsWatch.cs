using OpenClaw.Host.Storage.Watching;

namespace OpenClaw.Host.Plugins.Watching;

/// <summary>Watches folders that hold plugins, and the places of those that are not there yet or are replaced as a whole.</summary>
internal sealed class PluginRootsWatch(Action changed, Action<string, string> unwatched) : IDisposable
{
    private readonly List<FolderWatch> _watches = [];
    private readonly HashSet<string> _complained = new(StringComparer.Ordinal);
    private string[] _roots = [];
    private volatile bool _outdated = true;

    /// <summary>Makes sure that these are watched.</summary>
    public void Arm(string[] roots)
    {
        if (!_outdated && roots.SequenceEqual(_roots, StringComparer.Ordinal))
        {
            return;
        }

        Dispose();
        _outdated = false;
        _roots = roots;
        foreach (var root in roots)
        {
            Watch(root);
        }
    }

    public void Dispose()
    {
        _watches.ForEach(static watch => watch.Dispose());
        _watches.Clear();
    }

    private void Watch(string path)
    {
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        try
        {
            if (Path.GetDirectoryName(root) is { } parent && Directory.Exists(parent))
            {
                _watches.Add(new FolderWatch(parent, [Path.GetFileName(root)], recursive: false, _ => Renew(), Renew));
            }

            if (Directory.Exists(root))
            {
                _watches.Add(new FolderWatch(root, [], recursive: true, change => Note(root, change), Renew));
            }
        }
        catch (Exception error) when (error is IOException or ArgumentException or UnauthorizedAccessException)
        {
            if (_complained.Add(root))
            {
                unwatched(root, error.Message);
            }
        }
    }

    private void Renew()
    {
        _outdated = true;
        changed();
    }

    // Names with a dot are those of whoever installs and of tools; discovery does not look at them either.
    private void Note(string root, string? change)
    {
        if (change is null || change.Length <= root.Length + 1 || change[root.Length + 1] != '.')
        {
            changed();
        }
    }
}
