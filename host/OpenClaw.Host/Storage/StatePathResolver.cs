using System.Text.RegularExpressions;

namespace OpenClaw.Host.Storage;

/// <summary>Finds home, state directory and configuration file: variables of the environment first, then the profile, then the default.</summary>
internal static partial class StatePathResolver
{
    public const string DevProfile = "dev";

    /// <param name="variable">Gives the value of an environment variable.</param>
    /// <param name="profile">The profile named on the command line.</param>
    /// <param name="dev">Whether the development profile is asked for.</param>
    public static StatePaths Resolve(Func<string, string?> variable, string? profile = null, bool dev = false)
    {
        var name = ProfileName(profile, dev);
        var home = Path.GetFullPath(
            Given(variable("OPENCLAW_HOME")) ?? Given(variable("HOME")) ?? Given(variable("USERPROFILE"))
            ?? Given(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile))
            ?? throw new StorageException("No home directory is known: set HOME, OPENCLAW_HOME or OPENCLAW_STATE_DIR."));
        var state = Given(variable("OPENCLAW_STATE_DIR")) ?? Path.Combine(home, name is null ? ".openclaw" : $".openclaw-{name}");
        state = Expand(state, home, Environment.CurrentDirectory);
        return new()
        {
            HomeDirectory = home,
            StateDirectory = state,
            ConfigFile = Expand(
                Given(variable("OPENCLAW_CONFIG_PATH")) ?? Path.Combine(state, "openclaw.json"), home, Environment.CurrentDirectory),
            WorkspaceDirectory = Expand(
                Given(variable("OPENCLAW_WORKSPACE_DIR")) ?? Workspace(home, state, name), home, Environment.CurrentDirectory),
            Profile = name,
        };
    }

    public static string Expand(string path, string home, string relativeTo)
    {
        if (path == "~" || path.StartsWith("~/", StringComparison.Ordinal) || path.StartsWith("~\\", StringComparison.Ordinal))
        {
            path = home + path[1..];
        }

        return Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, relativeTo));
    }

    // Profiles of early 2026 kept their workspace inside the default state directory; whoever has one there keeps it.
    private static string Workspace(string home, string state, string? profile)
    {
        var current = Path.Combine(state, "workspace");
        var former = Path.Combine(home, ".openclaw", $"workspace-{profile}");
        return profile is not null && !Directory.Exists(current) && Directory.Exists(former) ? former : current;
    }

    private static string? ProfileName(string? profile, bool dev)
    {
        if (profile is null)
        {
            return dev ? DevProfile : null;
        }

        if (dev)
        {
            throw new StorageException("Cannot combine --dev with --profile");
        }

        return ProfilePattern().IsMatch(profile)
            ? profile == "default" ? null : profile
            : throw new StorageException("Invalid --profile (use letters, numbers, \"_\", \"-\" only)");
    }

    // Scripts that print an unset value write these words.
    private static string? Given(string? value) =>
        string.IsNullOrWhiteSpace(value) || value.Trim() is "undefined" or "null" ? null : value.Trim();

    [GeneratedRegex("^[A-Za-z0-9_-]{1,64}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex ProfilePattern();
}
