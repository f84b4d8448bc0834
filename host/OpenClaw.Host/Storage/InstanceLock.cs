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
            if (TryLock(paths.LockFile) is { } file)
            {
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
        catch (UnauthorizedAccessException error)
        {
            throw new StorageException($"The lock file '{path}' cannot be opened: give this user write permission on it. ({error.Message})", error);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
