namespace OpenClaw.Host.Storage.Backups;

/// <summary>Restores backups, and tries whether they can be: into a folder of their own, never over anything.</summary>
internal sealed class BackupRestore(BackupReader reader)
{
    /// <summary>Reads the whole backup, checks every sum and opens its database. Nothing of it stays.</summary>
    public async Task<BackupManifest> VerifyAsync(string archive, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("openclaw-verify-").FullName;
        try
        {
            return await ReadAsync(archive, folder, cancellationToken);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Restores into an empty folder. It has its name only when all of it was checked.</summary>
    public async Task<BackupManifest> RestoreAsync(string archive, string target, CancellationToken cancellationToken)
    {
        target = Path.GetFullPath(target);
        if (File.Exists(target) || (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any()))
            throw new BackupException($"'{target}' is not empty. Restore into an empty folder, and start the gateway on it with OPENCLAW_STATE_DIR.");
        var staging = $"{target}.restoring";
        if (Directory.Exists(staging))
            throw new BackupException($"'{staging}' is left from a restore that did not end; delete it first.");
        StatePaths.CreatePrivate(staging);
        try
        {
            var manifest = await ReadAsync(archive, staging, cancellationToken);
            if (Directory.Exists(target))
                Directory.Delete(target);
            FlushNames(staging);
            Directory.Move(staging, target);
            DirectoryFlush.Flush(Path.GetDirectoryName(target)!);
            return manifest;
        }
        catch
        {
            Directory.Delete(staging, recursive: true);
            throw;
        }
    }

    // The content of every file was flushed when it was written; that it has its name belongs to its folder.
    private static void FlushNames(string folder)
    {
        foreach (var inner in Directory.EnumerateDirectories(folder, "*", SearchOption.AllDirectories))
            DirectoryFlush.Flush(inner);
        DirectoryFlush.Flush(folder);
    }

    private async Task<BackupManifest> ReadAsync(string archive, string folder, CancellationToken cancellationToken)
    {
        var manifest = await reader.ExtractAsync(archive, folder, cancellationToken);
        var database = Path.Combine(folder, StatePaths.DatabaseName);
        if (!File.Exists(database))
            return manifest;
        using var connection = SqliteConnections.OpenReader(database);
        var findings = connection.Query("PRAGMA integrity_check(10)", static row => row.GetString(0));
        return findings is ["ok"] ? manifest : throw new BackupException($"The database of the backup is damaged: {string.Join("; ", findings)}");
    }
}
