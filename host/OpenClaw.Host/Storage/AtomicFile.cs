using System.Text.RegularExpressions;

namespace OpenClaw.Host.Storage;

/// <summary>Replaces a file so that a crash at any moment leaves the old content or the new, never a mixture.</summary>
internal static partial class AtomicFile
{
    public const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static async ValueTask WriteAsync(
        string path, ReadOnlyMemory<byte> content, UnixFileMode mode = OwnerOnly, CancellationToken cancellationToken = default)
    {
        path = Path.GetFullPath(path);
        var directory = Path.GetDirectoryName(path) ?? throw new ArgumentException($"'{path}' names no file.", nameof(path));
        var temporary = TemporaryNameFor(path);
        try
        {
            await WriteThroughAsync(temporary, content, mode, cancellationToken);
            File.Move(temporary, path, overwrite: true);
            DirectoryFlush.Flush(directory);
        }
        catch (Exception error)
        {
            // Deleting in a directory that does not exist is an error of its own.
            if (File.Exists(temporary))
            {
                File.Delete(temporary);
            }

            if (error is IOException or UnauthorizedAccessException)
            {
                throw new StorageException(
                    $"The file '{path}' cannot be written: check that '{directory}' exists, has free space and is writable for this user; "
                    + $"its old content is untouched. ({error.Message})",
                    error);
            }

            throw;
        }
    }

    /// <summary>Writes a file that must not be there yet. Of several writers one wins, and the others change nothing.</summary>
    /// <returns>False when it was there, even if only since this moment.</returns>
    public static async ValueTask<bool> TryCreateAsync(
        string path, ReadOnlyMemory<byte> content, UnixFileMode mode = OwnerOnly, CancellationToken cancellationToken = default)
    {
        path = Path.GetFullPath(path);
        var staged = TemporaryNameFor(path);
        await WriteAsync(staged, content, mode, cancellationToken);
        try
        {
            ExclusiveRename.Rename(staged, path);
            return true;
        }
        catch (IOException) when (Path.Exists(path))
        {
            return false;
        }
        finally
        {
            File.Delete(staged);
        }
    }

    /// <summary>
    /// Removes the temporary files that crashed writes left in a directory. Younger than a day they may belong to a write
    /// in progress of another process.
    /// </summary>
    public static void RemoveLeftovers(string directory, TimeProvider time)
    {
        var old = time.GetUtcNow().AddDays(-1);
        foreach (var file in new DirectoryInfo(directory).EnumerateFiles(".*.tmp"))
        {
            if (TemporaryName().IsMatch(file.Name) && file.LastWriteTimeUtc < old.UtcDateTime)
            {
                file.Delete();
            }
        }
    }

    private static string TemporaryNameFor(string path) =>
        Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.{Guid.NewGuid():N}.tmp");

    [GeneratedRegex("^\\..+\\.[0-9a-f]{32}\\.tmp\\z", RegexOptions.CultureInvariant)]
    private static partial Regex TemporaryName();

    private static async Task WriteThroughAsync(
        string temporary, ReadOnlyMemory<byte> content, UnixFileMode mode, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = mode;
        }

        await using var stream = new FileStream(temporary, options);
        await stream.WriteAsync(content, cancellationToken);

        // The rename must not reach the disk before the bytes do.
        stream.Flush(flushToDisk: true);
    }
}
