using System.Globalization;

namespace OpenClaw.Host.Gateway.Rpc;

/// <summary>What the operating system tells about the machine. Where it tells nothing, a value that claims nothing.</summary>
internal static class MachineFacts
{
    private static readonly double[] NoLoad = [0, 0, 0];

    private static readonly Lazy<string?> KnownCpuModel = new(static () => Lines("/proc/cpuinfo")
        .FirstOrDefault(static line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[^1].Trim());

    public static string? CpuModel => KnownCpuModel.Value;

    public static IReadOnlyList<double> LoadAverage =>
        Lines("/proc/loadavg").FirstOrDefault()?.Split(' ') is { Length: >= 3 } parts
            ? [.. parts.Take(3).Select(static part => double.TryParse(part, CultureInfo.InvariantCulture, out var load) ? load : 0)]
            : NoLoad;

    public static long MemoryTotalBytes => Memory("MemTotal") ?? GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;

    public static long MemoryFreeBytes => Memory("MemAvailable") ?? Math.Max(0, MemoryTotalBytes - GC.GetGCMemoryInfo().MemoryLoadBytes);

    /// <summary>The disk that holds a directory.</summary>
    public static SystemInfoDisk? DiskOf(string directory)
    {
        try
        {
            var drive = DriveInfo.GetDrives()
                .Where(drive => directory.StartsWith(drive.RootDirectory.FullName, StringComparison.Ordinal))
                .MaxBy(static drive => drive.RootDirectory.FullName.Length);
            return drive is { IsReady: true } ? new SystemInfoDisk(drive.RootDirectory.FullName, drive.TotalSize, drive.AvailableFreeSpace) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A disk that cannot be asked is left out; the rest of the answer is still true.
            return null;
        }
    }

    private static long? Memory(string name)
    {
        var line = Lines("/proc/meminfo").FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal));
        return line?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, var kibibytes, ..]
            && long.TryParse(kibibytes, CultureInfo.InvariantCulture, out var value) ? value * 1024 : null;
    }

    private static string[] Lines(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadAllLines(path) : [];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Only Linux has these files, and not every sandbox lets them be read.
            return [];
        }
    }
}
