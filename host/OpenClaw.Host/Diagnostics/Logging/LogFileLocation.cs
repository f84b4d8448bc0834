using System.Globalization;

namespace OpenClaw.Host.Diagnostics.Logging;

/// <summary>Where log lines go: one fixed file, or a file per day in a directory.</summary>
internal sealed record LogFileLocation
{
    private const string DatePattern = "????-??-??";

    private LogFileLocation(string directory, string? fixedName, string? prefix)
    {
        Directory = directory;
        FixedName = fixedName;
        Prefix = prefix;
    }

    public string Directory { get; }

    private string? FixedName { get; }

    private string? Prefix { get; }

    public bool IsDaily => FixedName is null;

    public static LogFileLocation Fixed(string path) =>
        new(Path.GetDirectoryName(Path.GetFullPath(path)) ?? "/", Path.GetFileName(path), null);

    /// <summary><c>openclaw-2026-11-21.log</c>, with the profile's name before the date where there is one.</summary>
    public static LogFileLocation Daily(string directory, string? profile) =>
        new(Path.GetFullPath(directory), null, profile is null ? "openclaw-" : $"openclaw-{profile}-");

    /// <summary>The file for a local date.</summary>
    public string PathFor(DateTime local) =>
        Path.Combine(Directory, FixedName ?? $"{Prefix}{local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.log");

    /// <summary>The file that readers should look at: today's, else the last one written.</summary>
    public string Newest(DateTime local)
    {
        var today = PathFor(local);
        if (!IsDaily || File.Exists(today) || !System.IO.Directory.Exists(Directory))
        {
            return today;
        }

        return System.IO.Directory.EnumerateFiles(Directory, $"{Prefix}{DatePattern}.log").Max(StringComparer.Ordinal) ?? today;
    }

    /// <summary>Every file of this log, set-aside ones included.</summary>
    public IEnumerable<string> Files() =>
        !System.IO.Directory.Exists(Directory) ? []
        : IsDaily ? System.IO.Directory.EnumerateFiles(Directory, $"{Prefix}{DatePattern}*.log")
        : System.IO.Directory.EnumerateFiles(Directory, $"{Path.GetFileNameWithoutExtension(FixedName)}*{Path.GetExtension(FixedName)}");
}
