using System.Runtime.InteropServices;

namespace OpenClaw.Host.Diagnostics.Logging;

/// <summary>
/// Makes the directory for the daily files. The usual place is below the system's temporary directory, where another user
/// could have put a link or a directory of that name first: then a name of our own, and in the end the state directory.
/// </summary>
internal static class LogDirectory
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public static string Prepare(string temporaryRoot, string stateLogDirectory)
    {
        string[] candidates = [Path.Combine(temporaryRoot, "openclaw"), Path.Combine(temporaryRoot, $"openclaw-{UserMark()}")];
        foreach (var candidate in candidates)
        {
            if (TryOwn(candidate))
            {
                return candidate;
            }
        }

        return stateLogDirectory;
    }

    /// <summary>Whether the directory is, or now is, a real one of this user that nobody else can write to.</summary>
    public static bool TryOwn(string directory)
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(directory);
                return true;
            }

            Directory.CreateDirectory(directory, OwnerOnly);
            if (new DirectoryInfo(directory).LinkTarget is not null)
            {
                return false;
            }

            // Only the owner may set the mode, so this is the question and the remedy in one.
            File.SetUnixFileMode(directory, OwnerOnly);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string UserMark() => OperatingSystem.IsWindows() ? Environment.UserName : GetEffectiveUserId().ToString();

    [DllImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint GetEffectiveUserId();
}
