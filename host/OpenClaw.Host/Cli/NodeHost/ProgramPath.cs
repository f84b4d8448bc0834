namespace OpenClaw.Host.Cli.NodeHost;

/// <summary>Finds programs on the search path of this machine.</summary>
internal static class ProgramPath
{
    private const int LongestName = 128;

    /// <summary>Null when there is no such program, or the name is none.</summary>
    public static string? Find(string name, string? searchPath)
    {
        if (name.Length is 0 or > LongestName || !name.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '-' or '+'))
        {
            return null;
        }

        foreach (var directory in (searchPath ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (var ending in OperatingSystem.IsWindows() ? [".exe", ".cmd", ".bat", ""] : new[] { "" })
            {
                var candidate = Path.Combine(directory, name + ending);
                if (Path.IsPathFullyQualified(candidate) && IsProgram(candidate))
                {
                    return candidate;
                }
            }
        }

        return null;
    }

    private static bool IsProgram(string path)
    {
        try
        {
            return File.Exists(path)
                && (OperatingSystem.IsWindows()
                    || (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
