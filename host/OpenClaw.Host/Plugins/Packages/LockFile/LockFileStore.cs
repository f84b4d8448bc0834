using System.Text.Json;
using OpenClaw.Host.Plugins.Packages.Install;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Plugins.Packages.LockFile;

/// <summary>Reads and replaces the lock file.</summary>
internal sealed class LockFileStore(InstallPaths paths)
{
    private const long MaxBytes = 64L << 20;

    public bool Exists => File.Exists(paths.LockFile);

    /// <returns>An empty one where nothing was installed yet.</returns>
    /// <exception cref="PackageException">It cannot be read, or it is gone although packages are installed.</exception>
    public PluginLock Read()
    {
        if (!Exists)
        {
            var orphans = paths.Marked().Select(Path.GetFileName).ToList();
            return orphans.Count == 0
                ? new PluginLock()
                : throw new PackageException(
                    $"{paths.LockFile} is missing, although packages are installed ({string.Join(", ", orphans)}). Put it back from a backup, or remove their folders; nothing is installed before.");
        }

        try
        {
            if (new FileInfo(paths.LockFile).Length > MaxBytes)
                throw new PackageException($"{paths.LockFile} is too large to be a lock file. Put it back from a backup.");
            var found = JsonSerializer.Deserialize(File.ReadAllBytes(paths.LockFile), PackagesJsonContext.Default.PluginLock);
            return found?.Format == PluginLock.CurrentFormat
                ? found
                : throw new PackageException($"{paths.LockFile} has a format of another version of this program. Use that version, or put the file back from a backup.");
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new PackageException($"{paths.LockFile} cannot be read: {error.Message} Put it back from a backup.", error);
        }
    }

    public ValueTask WriteAsync(PluginLock content, CancellationToken cancellationToken) =>
        AtomicFile.WriteAsync(paths.LockFile, JsonSerializer.SerializeToUtf8Bytes(content, PackagesJsonContext.Default.PluginLock), cancellationToken: cancellationToken);
}
