using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using OpenClaw.Host.Diagnostics;

namespace OpenClaw.Host.Storage.Backups;

/// <summary>
/// Makes a backup, also while a gateway runs: the database is copied as it is at one moment, every other file as it is when its turn
/// comes. The archive appears under its name only when it is whole.
/// </summary>
internal sealed class BackupWriter(StatePaths paths, TimeProvider time)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <param name="plan">What to copy.</param>
    /// <param name="archive">Where to; must not exist.</param>
    /// <param name="progress">Told the number of files done.</param>
    /// <param name="cancellationToken">Gives up and leaves nothing behind.</param>
    /// <exception cref="BackupException">It could not be made.</exception>
    public async Task<BackupManifest> WriteAsync(BackupPlan plan, string archive, Action<int>? progress, CancellationToken cancellationToken)
    {
        if (File.Exists(archive))
            throw new BackupException($"'{archive}' exists already; name another file with --output.");
        var staging = Directory.CreateTempSubdirectory("openclaw-backup-").FullName;
        var partial = archive + ".partial";
        try
        {
            var manifest = await WriteAsync(plan, partial, staging, progress, cancellationToken);
            File.Move(partial, archive);
            DirectoryFlush.Flush(Path.GetDirectoryName(Path.GetFullPath(archive))!);
            return manifest;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw new BackupException($"The backup could not be written: {error.Message}", error);
        }
        finally
        {
            File.Delete(partial);
            Directory.Delete(staging, recursive: true);
        }
    }

    private async Task<BackupManifest> WriteAsync(BackupPlan plan, string partial, string staging, Action<int>? progress, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        await using var file = new FileStream(partial, options);
        var entries = new List<BackupEntry>(plan.Files.Count);
        await using (var gzip = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true))
        await using (var tar = new TarWriter(gzip, TarEntryFormat.Pax))
        {
            foreach (var path in plan.Files)
            {
                if (await AddAsync(tar, path, staging, cancellationToken) is { } entry)
                    entries.Add(entry);
                progress?.Invoke(entries.Count);
            }

            var manifest = new BackupManifest
            {
                Format = BackupManifest.CurrentFormat,
                CreatedAt = time.GetUtcNow(),
                Version = HostVersion.Text,
                Files = entries,
            };
            var text = JsonSerializer.SerializeToUtf8Bytes(manifest, BackupJsonContext.Default.BackupManifest);
            using var content = new MemoryStream(text, writable: false);
            await tar.WriteEntryAsync(Entry(BackupManifest.FileName, content), cancellationToken);
            await tar.DisposeAsync();
            await gzip.DisposeAsync();
            file.Flush(flushToDisk: true);
            return manifest;
        }
    }

    /// <summary>Copies first and adds the copy: a file that grows in the meantime would break the archive.</summary>
    /// <returns>Null when the file is gone by now.</returns>
    private async Task<BackupEntry?> AddAsync(TarWriter tar, string path, string staging, CancellationToken cancellationToken)
    {
        var source = path == BackupPlan.ConfigName ? paths.ConfigFile : Path.Combine(paths.StateDirectory, path);
        var copy = Path.Combine(staging, "copy");
        if (!Copy(source, copy))
            return null;
        BackupEntry entry;
        await using (var content = new FileStream(copy, FileMode.Open, FileAccess.Read, FileShare.Read, 81_920, useAsync: true))
        {
            entry = new BackupEntry(path, content.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken)));
            content.Position = 0;
            await tar.WriteEntryAsync(Entry(path, content), cancellationToken);
        }

        File.Delete(copy);
        return entry;
    }

    private bool Copy(string source, string copy)
    {
        if (source == paths.DatabaseFile)
        {
            using var database = SqliteConnections.OpenForCopy(source);
            database.Execute("VACUUM INTO $copy", ("$copy", copy));
            return true;
        }

        try
        {
            File.Copy(source, copy, overwrite: true);
            return true;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }

    private static PaxTarEntry Entry(string path, Stream content) => new(TarEntryType.RegularFile, path) { DataStream = content, Mode = OwnerOnly };
}
