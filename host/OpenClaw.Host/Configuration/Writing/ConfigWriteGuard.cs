using System.Globalization;
using OpenClaw.Host.Configuration.Tree;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Configuration.Writing;

/// <summary>Stops a write that looks like an accident, and keeps what was to be written for a person to look at.</summary>
internal static class ConfigWriteGuard
{
    // Below this, halving the file is an ordinary edit.
    private const int SmallestGuarded = 512;
    private const int KeptRejections = 5;

    public static IReadOnlyList<string> Judge(ConfigObject before, ConfigObject after, int bytesBefore, int bytesAfter)
    {
        var reasons = new List<string>();
        if (bytesBefore >= SmallestGuarded && bytesAfter < bytesBefore / 2)
        {
            reasons.Add($"size-drop:{bytesBefore}->{bytesAfter}");
        }

        if (before.Find("gateway.mode") is not null && after.Find("gateway.mode") is null)
        {
            reasons.Add("gateway-mode-removed");
        }

        return reasons;
    }

    /// <returns>Where the rejected content lies.</returns>
    public static async ValueTask<string> ParkAsync(string file, ReadOnlyMemory<byte> content, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var directory = Path.GetDirectoryName(file)!;
        var prefix = $"{Path.GetFileName(file)}.rejected.";
        var parked = Path.Combine(directory, prefix + now.UtcDateTime.ToString("yyyy-MM-ddTHH-mm-ss.fffZ", CultureInfo.InvariantCulture));
        await AtomicFile.WriteAsync(parked, content, cancellationToken: cancellationToken);
        foreach (var old in Directory.GetFiles(directory, $"{prefix}*").Order(StringComparer.Ordinal).SkipLast(KeptRejections))
        {
            File.Delete(old);
        }

        return parked;
    }
}
