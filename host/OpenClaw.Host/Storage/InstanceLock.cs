using System.Globalization;
using System.Text;

namespace OpenClaw.Host.Storage;

/// <summary>
/// Keeps a second gateway off the same state directory. The operating system holds the lock and drops it with the
/// process, so a lock left by a dead one, or a reused process id, blocks nobody.
/// </summary>
internal sealed class InstanceLock : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly FileStream _file;
    private readonly string _pidFile;

    private InstanceLock(FileStream file, string pidFile)
    {
        _file = file;
        _pidFile = pidFile;
    }

    /// <summary>Takes the lock, waiting for a gateway that is just stopping.</summary>
    public static async ValueTask<InstanceLock> AcquireAsync(StatePaths paths, TimeProvider time, CancellationToken cancellationToken = default)
    {
        paths.CreateStateDirectory();
        var started = time.GetTimestamp();
        while (true)
        {
            if (await TryAcquireAsync(paths, cancellationToken) is { } held)
            {
                return held;
            }

            if (time.GetElapsedTime(started) >= Patience)
            {
                var holder = ReadPid(paths) is { } pid ? $"pid {pid}" : "pid unknown";
                throw new StorageException(
                    $"gateway already running ({holder}); lock timeout after {Patience.TotalMilliseconds:0}ms. "
                    + $"Stop it, or set OPENCLAW_STATE_DIR to another directory than '{paths.StateDirectory}'.");
            }

            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    /// <summary>Takes the lock if it is free.</summary>
    public static async ValueTask<InstanceLock?> TryAcquireAsync(StatePaths paths, CancellationToken cancellationToken = default)
    {
        if (TryLock(paths.LockFile) is not { } file)
        {
            return null;
        }

        try
        {
            var pid = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
            await AtomicFile.WriteAsync(paths.PidFile, Encoding.UTF8.GetBytes(pid), cancellationToken: cancellationToken);
            return new(file, paths.PidFile);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    /// <summary>Whether some process holds the lock of the state directory. Changes nothing.</summary>
    public static bool IsHeld(StatePaths paths)
    {
        try
        {
            new FileStream(paths.LockFile, FileMode.Open, FileAccess.Read, FileShare.None).Dispose();
            return false;
        }
        catch (IOException error) when (IsHeldByAnother(error))
        {
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>The process that holds the lock, or held it last.</summary>
    public static int? ReadPid(StatePaths paths)
    {
        try
        {
            return int.TryParse(File.ReadAllText(paths.PidFile), NumberStyles.None, CultureInfo.InvariantCulture, out var pid) ? pid : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public void Dispose()
    {
        File.Delete(_pidFile);
        _file.Dispose();
    }

    // The same code for every file that another process holds: EWOULDBLOCK, or a sharing violation.
    private static bool IsHeldByAnother(IOException error) =>
        error.HResult == (OperatingSystem.IsWindows() ? unchecked((int)0x80070020) : OperatingSystem.IsLinux() ? 11 : 35);

    private static FileStream? TryLock(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = AtomicFile.OwnerOnly;
        }

        try
        {
            return new(path, options);
        }
        catch (IOException error) when (IsHeldByAnother(error))
        {
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StorageException(
                $"The lock file '{path}' cannot be opened: give this user write permission on it and its directory, and check that its file system "
                + $"is mounted for writing and has free space. \"openclaw doctor\" shows what it finds. ({error.Message})",
                error);
        }
    }
}
