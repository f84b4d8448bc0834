using OpenClaw.Host.Configuration.Loading;

namespace OpenClaw.Host.Configuration.Reload;

/// <summary>Reads a file that somebody may be writing: until two looks at it agree.</summary>
internal static class SettledFile
{
    private const int MaxReads = 20;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <returns>Null when it did not come to rest.</returns>
    public static async Task<ConfigFileContent?> ReadAsync(string file, TimeProvider time, CancellationToken cancellationToken)
    {
        var before = ConfigFileReader.Read(file);
        for (var reads = 1; reads < MaxReads; reads++)
        {
            await Task.Delay(Pause, time, cancellationToken);
            var now = ConfigFileReader.Read(file);
            if (now.Exists == before.Exists && now.Problem == before.Problem && now.Bytes.AsSpan().SequenceEqual(before.Bytes))
            {
                return now;
            }

            before = now;
        }

        return null;
    }
}
