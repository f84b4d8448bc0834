using OpenClaw.Host.Plugins.Packages.LockFile;

namespace OpenClaw.Host.Plugins.Packages.Install;

/// <summary>Before plugins are loaded: finishes or throws away what an installation has left that was cut off.</summary>
internal sealed partial class InstallRecovery(InstallPaths paths, ILogger<InstallRecovery> logger)
{
    public async Task RunAsync()
    {
        if (!Directory.Exists(paths.Staging) || !Directory.EnumerateFileSystemEntries(paths.Staging).Any())
            return;
        try
        {
            // Held by somebody who installs at this moment, and will finish.
            using var mutex = InstallMutex.TryAcquire(paths);
            if (mutex is not null)
                await new Activation(paths, new LockFileStore(paths)).RecoverAsync();
        }
        catch (Exception error) when (error is PackageException or IOException or UnauthorizedAccessException or Storage.StorageException)
        {
            // The gateway starts with what is there; the next installation tries again and says the same to whoever asked for it.
            LogFailed(logger, error);
        }
    }

    [LoggerMessage(2040, LogLevel.Error, "An installation that was cut off could not be finished.")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
