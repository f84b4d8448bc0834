namespace OpenClaw.Host.Storage.Watching;

/// <summary>Tells that something changed in a folder. It may tell too often, and says so when it may have told too little.</summary>
internal sealed class FolderWatch : IDisposable
{
    private readonly FileSystemWatcher _watcher;

    /// <param name="folder">One that exists.</param>
    /// <param name="patterns">Names that count; none means all.</param>
    /// <param name="recursive">Whether folders in it count too.</param>
    /// <param name="changed">Told the path; null when changes were missed.</param>
    /// <param name="lost">Told when the folder is not watched any more.</param>
    /// <exception cref="IOException">The system has no more watches to give.</exception>
    public FolderWatch(string folder, IEnumerable<string> patterns, bool recursive, Action<string?> changed, Action lost)
    {
        _watcher = new FileSystemWatcher(folder)
        {
            IncludeSubdirectories = recursive,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
        };
        foreach (var pattern in patterns)
        {
            _watcher.Filters.Add(pattern);
        }

        _watcher.Changed += (_, change) => changed(change.FullPath);
        _watcher.Created += (_, change) => changed(change.FullPath);
        _watcher.Deleted += (_, change) => changed(change.FullPath);
        _watcher.Renamed += (_, change) =>
        {
            changed(change.OldFullPath);
            changed(change.FullPath);
        };
        _watcher.Error += (_, failure) =>
        {
            if (failure.GetException() is not InternalBufferOverflowException)
            {
                lost();
            }

            changed(null);
        };
        try
        {
            _watcher.EnableRaisingEvents = true;
        }
        catch
        {
            _watcher.Dispose();
            throw;
        }
    }

    public void Dispose() => _watcher.Dispose();
}
