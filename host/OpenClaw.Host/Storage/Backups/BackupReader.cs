using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace OpenClaw.Host.Storage.Backups;

/// <summary>
/// Reads a backup into an empty folder and checks every file against the manifest. An archive is somebody else's until that is done:
/// names, sorts, sizes and the compression ratio are bounded, and the first thing that is wrong ends it.
/// </summary>
internal sealed class BackupReader(BackupLimits limits)
{
    // Archives end in blocks of zeros; no writer makes more than a few.
    private const int TailBytes = 64 * 1024;

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <exception cref="BackupException">It is no backup, or not a whole one.</exception>
    public async Task<BackupManifest> ExtractAsync(string archive, string folder, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = new FileStream(archive, FileMode.Open, FileAccess.Read, FileShare.Read, 81_920, useAsync: true);
            await using var gzip = new GZipStream(file, CompressionMode.Decompress);
            await using var tar = new TarReader(gzip);
            var manifest = await ExtractAsync(tar, file, folder, cancellationToken);
            await FinishAsync(gzip, cancellationToken);
            return manifest;
        }
        catch (Exception error) when (error is (IOException and not EndOfStreamException) or UnauthorizedAccessException)
        {
            throw new BackupException($"'{archive}' could not be read into '{folder}': {error.Message}", error);
        }
        catch (Exception error) when (error is not (OperationCanceledException or BackupException))
        {
            // A border: what the library makes of somebody's bytes is whatever it makes of them.
            throw new BackupException($"'{archive}' is damaged or no backup: {error.Message}", error);
        }
    }

    // The sum over the whole stands behind the last byte; a change that hits a name and the manifest alike shows only there.
    private static async Task FinishAsync(GZipStream gzip, CancellationToken cancellationToken)
    {
        var buffer = new byte[TailBytes];
        for (var left = TailBytes; left > 0;)
        {
            var read = await gzip.ReadAsync(buffer.AsMemory(0, left), cancellationToken);
            if (read == 0)
                return;
            left -= read;
        }

        throw new BackupException("The archive goes on behind its end.");
    }

    private async Task<BackupManifest> ExtractAsync(TarReader tar, FileStream archive, string folder, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, BackupEntry>(StringComparer.OrdinalIgnoreCase);
        var total = 0L;
        while (await tar.GetNextEntryAsync(copyData: false, cancellationToken) is { } entry)
        {
            if (entry.Name == BackupManifest.FileName)
            {
                var manifest = await ManifestAsync(entry, cancellationToken);
                return await tar.GetNextEntryAsync(copyData: false, cancellationToken) is null
                    ? Checked(manifest, found)
                    : throw new BackupException("The archive goes on behind its manifest.");
            }

            Check(entry, found.Count);
            total += entry.Length;
            CheckSize(total, archive);
            if (!found.TryAdd(entry.Name, await SaveAsync(entry, folder, archive, total - entry.Length, cancellationToken)))
                throw new BackupException($"The archive holds '{entry.Name}' twice.");
        }

        throw new BackupException("The archive has no manifest; it is cut short or no backup of OpenClaw.");
    }

    private void Check(TarEntry entry, int count)
    {
        if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile))
            throw new BackupException($"The archive holds something that is no ordinary file ({entry.EntryType}).");
        if (!BackupPaths.IsPlain(entry.Name, limits.MaxPathLength))
            throw new BackupException("The archive holds a file whose name leads elsewhere.");
        if (count >= limits.MaxEntries)
            throw new BackupException($"The archive holds more than {limits.MaxEntries} files.");
    }

    private void CheckSize(long total, FileStream archive)
    {
        if (total > limits.MaxBytes)
            throw new BackupException($"The archive holds more than {limits.MaxBytes / (1024 * 1024)} MB.");
        if (total > limits.RatioFreeBytes && total / limits.MaxRatio > archive.Length)
            throw new BackupException("The archive inflates to a size no backup has.");
    }

    private async Task<BackupEntry> SaveAsync(TarEntry entry, string folder, FileStream archive, long before, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, entry.Name.Replace('/', Path.DirectorySeparatorChar));
        StatePaths.CreatePrivate(Path.GetDirectoryName(path)!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        await using var file = new FileStream(path, options);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var length = 0L;
        if (entry.DataStream is { } content)
        {
            var buffer = new byte[81_920];
            int read;
            while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
            {
                length += read;
                CheckSize(before + length, archive);
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }
        }

        file.Flush(flushToDisk: true);
        return new BackupEntry(entry.Name, length, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private async Task<BackupManifest> ManifestAsync(TarEntry entry, CancellationToken cancellationToken)
    {
        if (entry.Length > limits.MaxManifestBytes || entry.DataStream is null)
            throw new BackupException("The manifest of the archive is too large or empty.");
        var manifest = await JsonSerializer.DeserializeAsync(entry.DataStream, BackupJsonContext.Default.BackupManifest, cancellationToken)
            ?? throw new BackupException("The manifest of the archive is empty.");
        return manifest.Format == BackupManifest.CurrentFormat
            ? manifest
            : throw new BackupException($"The backup has format {manifest.Format}; this version reads format {BackupManifest.CurrentFormat}. Use the version that made it ({manifest.Version}).");
    }

    private static BackupManifest Checked(BackupManifest manifest, Dictionary<string, BackupEntry> found)
    {
        foreach (var entry in manifest.Files)
        {
            if (!found.Remove(entry.Path, out var there))
                throw new BackupException($"'{entry.Path}' is missing in the archive.");
            if (there != entry)
                throw new BackupException($"'{entry.Path}' is not what was backed up: its content was changed.");
        }

        return found.Count == 0 ? manifest : throw new BackupException($"The archive holds '{found.Keys.First()}', which its manifest does not know.");
    }
}
