namespace OpenClaw.Host.Storage;

/// <summary>Where everything of one gateway lies: resolved once at start from the environment and the profile.</summary>
internal sealed class StatePaths
{
    public const string DatabaseName = "gateway.db";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public required string HomeDirectory { get; init; }

    public required string StateDirectory { get; init; }

    public required string ConfigFile { get; init; }

    /// <summary>The profile named on the command line, <c>dev</c> for --dev, nothing for the default one.</summary>
    public string? Profile { get; init; }

    public string DatabaseFile => Path.Combine(StateDirectory, DatabaseName);

    public string LockFile => Path.Combine(StateDirectory, "gateway.lock");

    public string PidFile => Path.Combine(StateDirectory, "gateway.pid");

    /// <summary>The workspace of agents whose configuration names none.</summary>
    public required string WorkspaceDirectory { get; init; }

    public string PluginsDirectory => Path.Combine(StateDirectory, "plugins");

    public string PluginDataDirectory => Path.Combine(StateDirectory, "plugin-data");

    public string LogDirectory => Path.Combine(StateDirectory, "logs");

    public string IdentityDirectory => Path.Combine(StateDirectory, "identity");

    /// <summary>Makes the state directory for its owner alone; one that exists keeps the rights its owner gave it.</summary>
    public void CreateStateDirectory() => CreatePrivate(StateDirectory);

    /// <summary>Makes a directory, and what is missing above it, for the owner alone.</summary>
    public static void CreatePrivate(string directory)
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(directory);
            }
            else
            {
                Directory.CreateDirectory(directory, OwnerOnly);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StorageException(
                $"The directory '{directory}' cannot be created: give this user write permission above it, or set OPENCLAW_STATE_DIR to another place. "
                + $"({error.Message})",
                error);
        }
    }

    /// <summary>Applies a leading <c>~</c> and makes the path absolute, relative ones from the given directory.</summary>
    public string Expand(string path, string? relativeTo = null) => StatePathResolver.Expand(path, HomeDirectory, relativeTo ?? StateDirectory);
}
