using Microsoft.Data.Sqlite;

namespace OpenClaw.Host.Storage;

/// <summary>Writes a copy under a temporary name first, so that a file with the final name is always a whole backup.</summary>
internal static class SqliteBackup
{
    public static bool Copy(SqliteConnection source, string destination)
    {
        var temporary = $"{destination}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var copy = SqliteConnections.Create(temporary))
            {
                source.BackupDatabase(copy);
            }

            File.Move(temporary, destination);
            DirectoryFlush.Flush(Path.GetDirectoryName(Path.GetFullPath(destination))!);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw new StorageException(
                $"The backup '{destination}' could not be written: check that its directory exists, is writable and has space. ({error.Message})",
                error);
        }
        finally
        {
            if (File.Exists(temporary))
            {
                File.Delete(temporary);
            }
        }
    }
}
