using OpenClaw.Host.Plugins.Manifests;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Plugins.Loading;

/// <summary>
/// Copies a plugin folder to a fresh place and loads from there, so that the installed files can be replaced or deleted
/// while a generation runs.
/// </summary>
internal sealed class ShadowCopy(string root)
{
    private const int MaxFiles = 10_000;
    private const long MaxBytes = 1L << 30;

    /// <summary>Removes what an earlier process left behind. Call before the first copy.</summary>
    public void Clear() => Delete(root);

    public string Create(string source, string pluginId, int generation)
    {
        var target = Path.Combine(root, $"{pluginId}-{generation}-{Guid.NewGuid():N}");
        try
        {
            StatePaths.CreatePrivate(target);
            var budget = new Budget();
            Copy(new DirectoryInfo(source), target, budget);
            return target;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or StorageException or PluginLoadException)
        {
            Delete(target);
            throw new PluginLoadException(
                exception is PluginLoadException ? exception.Message : $"The folder {source} cannot be copied to {target}: {exception.Message}");
        }
    }

    /// <summary>Deletes a copy; one that is still mapped is left for the next start.</summary>
    public static void Delete(string folder)
    {
        try
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Windows keeps mapped files; the next start clears the root.
        }
    }

    private static void Copy(DirectoryInfo source, string target, Budget budget)
    {
        Directory.CreateDirectory(target);
        foreach (var entry in source.EnumerateFileSystemInfos())
        {
            if (PluginPaths.IsLink(entry.FullName))
                throw new PluginLoadException($"{entry.FullName} is a link. A plugin folder holds its files themselves; replace the link by what it points to.");
            var copy = Path.Combine(target, entry.Name);
            if (entry is DirectoryInfo folder)
            {
                Copy(folder, copy, budget);
                continue;
            }

            budget.Take(((FileInfo)entry).Length, source.FullName);
            File.Copy(entry.FullName, copy);
        }
    }

    private sealed class Budget
    {
        private int _files;
        private long _bytes;

        public void Take(long length, string folder)
        {
            _files++;
            _bytes += length;
            if (_files > MaxFiles || _bytes > MaxBytes)
                throw new PluginLoadException($"{folder} holds more than {MaxFiles} files or {MaxBytes >> 20} MiB. Remove what is no part of the plugin.");
        }
    }
}
