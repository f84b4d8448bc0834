using OpenClaw.Host.Plugins.Packages.Install;

namespace OpenClaw.Host.Plugins.Packages.LockFile;

/// <summary>The lock file for those who only look: read when it is asked for, and again when it has changed.</summary>
internal sealed class LockFileView(InstallPaths paths)
{
    private readonly LockFileStore _store = new(paths);
    private readonly Lock _lock = new();
    private (DateTime Written, long Length) _read;
    private PluginLock? _content;
    private string? _broken;

    /// <param name="id">The plugin.</param>
    /// <param name="broken">Why nothing is known about any.</param>
    public LockedPlugin? Find(string id, out string? broken)
    {
        lock (_lock)
        {
            Refresh();
            broken = _broken;
            return _content?.Plugins.GetValueOrDefault(id);
        }
    }

    public LockedPlugin? Find(string id) => Find(id, out _);

    private void Refresh()
    {
        var file = new FileInfo(paths.LockFile);
        var found = file.Exists ? (file.LastWriteTimeUtc, file.Length) : default;
        if (found == _read)
            return;
        (_read, _content, _broken) = (found, null, null);
        if (!file.Exists)
            return;
        try
        {
            _content = _store.Read();
        }
        catch (PackageException error)
        {
            _broken = error.Message;
        }
    }
}
