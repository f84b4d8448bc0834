namespace OpenClaw.Host.Storage.Backups;

/// <summary>Which files of a state folder belong into a backup, and which do not and why.</summary>
internal sealed record BackupPlan(IReadOnlyList<string> Files, IReadOnlyList<(string Path, string Reason)> Skipped)
{
    /// <summary>The configuration, wherever it lies now.</summary>
    public const string ConfigName = "openclaw.json";

    private const string WorkspaceFolder = "workspace";

    private static readonly (string Prefix, string Reason)[] LeftOut =
    [
        ("logs/", "logs are not state"),
        ("plugin-cache/", "made again when needed"),
        ("tmp/", "temporary"),
        ("quarantine/", "damaged, and taken out of the way"),
    ];

    /// <param name="paths">The state folder.</param>
    /// <param name="withWorkspace">Whether the agents' own files belong to it.</param>
    public static BackupPlan Of(StatePaths paths, bool withWorkspace)
    {
        if (!Directory.Exists(paths.StateDirectory))
            throw new BackupException($"There is nothing to back up: '{paths.StateDirectory}' does not exist.");
        var files = new List<string>();
        var skipped = new List<(string, string)>();
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };
        foreach (var file in new DirectoryInfo(paths.StateDirectory).EnumerateFiles("*", options).OrderBy(static file => file.FullName, StringComparer.Ordinal))
        {
            var path = Path.GetRelativePath(paths.StateDirectory, file.FullName).Replace('\\', '/');
            if (ReasonAgainst(path, file, paths, withWorkspace) is { } reason)
                skipped.Add((path, reason));
            else
                files.Add(path);
        }

        // The file may lie elsewhere; a backup without it would start as another gateway.
        if (!files.Contains(ConfigName) && File.Exists(paths.ConfigFile))
            files.Insert(0, ConfigName);
        return new BackupPlan(files, skipped);
    }

    private static string? ReasonAgainst(string path, FileInfo file, StatePaths paths, bool withWorkspace)
    {
        if (file.LinkTarget is not null || file.Attributes.HasFlag(FileAttributes.Device))
            return "no ordinary file";
        if (file.FullName == paths.LockFile || file.FullName == paths.PidFile || path.EndsWith(".tmp", StringComparison.Ordinal))
            return "belongs to a running process";
        if (file.FullName.StartsWith(paths.DatabaseFile + "-", StringComparison.Ordinal))
            return "part of the database, which is copied whole";
        if (!withWorkspace && path.StartsWith($"{WorkspaceFolder}/", StringComparison.Ordinal))
            return "workspace was left out";
        return LeftOut.FirstOrDefault(one => path.StartsWith(one.Prefix, StringComparison.Ordinal)).Reason;
    }
}
