using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Plugins.Packages.Install;

/// <summary>
/// Lets one process at a time change what is installed. The operating system holds it and drops it with the process, so a
/// process that was killed blocks nobody.
/// </summary>
internal sealed class InstallMutex : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly FileStream _file;

    private InstallMutex(FileStream file) => _file = file;

    public static async Task<InstallMutex> AcquireAsync(InstallPaths paths, TimeSpan patience, TimeProvider time, CancellationToken cancellationToken)
    {
        StatePaths.CreatePrivate(paths.Root);
        var started = time.GetTimestamp();
        while (true)
        {
            if (TryAcquire(paths) is { } held)
                return held;
            if (time.GetElapsedTime(started) >= patience)
                throw new PackageException($"Another installation has been going on for {patience.TotalSeconds:0} s. Wait for it; {paths.Mutex} is held by its process.");
            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    public static InstallMutex? TryAcquire(InstallPaths paths)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = AtomicFile.OwnerOnly;
        try
        {
            return new InstallMutex(new FileStream(paths.Mutex, options));
        }
        catch (UnauthorizedAccessException error)
        {
            throw new PackageException($"{paths.Mutex} cannot be opened: {error.Message} Plugins are installed by the user the gateway runs as.", error);
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose() => _file.Dispose();
}
