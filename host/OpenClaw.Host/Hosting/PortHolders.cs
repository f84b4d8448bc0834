using System.Globalization;

namespace OpenClaw.Host.Hosting;

/// <summary>Finds who listens on a port, as far as the operating system lets this user see.</summary>
internal static class PortHolders
{
    private const string ListenState = "0A";
    private static readonly string[] Tables = ["/proc/net/tcp", "/proc/net/tcp6"];

    public static IReadOnlyList<PortHolder> Find(int port)
    {
        if (!OperatingSystem.IsLinux())
            return [];
        var inodes = ListeningInodes(port);
        return inodes.Count == 0 ? [] : [.. Processes().Where(process => HoldsAny(process, inodes)).Select(Describe)];
    }

    public static string Hint(int port) => OperatingSystem.IsWindows()
        ? $"netstat -ano | findstr :{port}"
        : $"lsof -iTCP:{port} -sTCP:LISTEN";

    private static HashSet<string> ListeningInodes(int port)
    {
        var suffix = ":" + port.ToString("X4", CultureInfo.InvariantCulture);
        return Tables
            .Where(File.Exists)
            .SelectMany(File.ReadLines)
            .Select(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(fields => fields.Length > 9 && fields[3] == ListenState && fields[1].EndsWith(suffix, StringComparison.Ordinal))
            .Select(static fields => $"socket:[{fields[9]}]")
            .ToHashSet(StringComparer.Ordinal);
    }

    private static IEnumerable<int> Processes() =>
        Directory.EnumerateDirectories("/proc")
            .Select(static folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(static id => id > 0);

    private static bool HoldsAny(int process, HashSet<string> inodes)
    {
        try
        {
            return Directory.EnumerateFileSystemEntries($"/proc/{process}/fd")
                .Any(handle => File.ResolveLinkTarget(handle, returnFinalTarget: false) is { } target && inodes.Contains(target.Name));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The process ended meanwhile, or belongs to somebody else.
            return false;
        }
    }

    private static PortHolder Describe(int process)
    {
        try
        {
            return new PortHolder(process, File.ReadAllText($"/proc/{process}/comm").Trim());
        }
        catch (IOException)
        {
            return new PortHolder(process, "(just ended)");
        }
    }
}
