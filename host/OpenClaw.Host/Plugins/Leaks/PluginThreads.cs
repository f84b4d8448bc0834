using System.Globalization;

namespace OpenClaw.Host.Plugins.Leaks;

/// <summary>The threads of this process, as the kernel names them; managed names are cut to 15 characters.</summary>
internal static class PluginThreads
{
    private const string Folder = "/proc/self/task";

    // Named by the runtime; they come and go with the work of everybody.
    private const string RuntimePrefix = ".NET ";

    public static IReadOnlyList<int> Ids()
    {
        if (!OperatingSystem.IsLinux())
            return [];
        try
        {
            return [.. Directory.EnumerateDirectories(Folder).Select(static path => int.Parse(Path.GetFileName(path.AsSpan()), CultureInfo.InvariantCulture))];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>Names of those that were not there before.</summary>
    public static IReadOnlyList<string> Since(IReadOnlyList<int> before) => before.Count == 0
        ? []
        : [.. Ids().Except(before).Select(NameOf).OfType<string>().Where(static name => !name.StartsWith(RuntimePrefix, StringComparison.Ordinal)).Take(16)];

    private static string? NameOf(int id)
    {
        try
        {
            return File.ReadAllText($"{Folder}/{id.ToString(CultureInfo.InvariantCulture)}/comm").Trim();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It has ended meanwhile.
            return null;
        }
    }
}
