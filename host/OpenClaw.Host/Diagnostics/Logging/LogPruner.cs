namespace OpenClaw.Host.Diagnostics.Logging;

/// <summary>Removes daily files that nothing has written to for a day. A file somebody chose by name is never touched.</summary>
internal static class LogPruner
{
    private static readonly TimeSpan Age = TimeSpan.FromHours(24);

    public static void Prune(LogFileLocation location, TimeProvider time)
    {
        if (!location.IsDaily)
        {
            return;
        }

        var now = time.GetUtcNow().UtcDateTime;
        foreach (var file in location.Files().Where(file => now - File.GetLastWriteTimeUtc(file) > Age).ToList())
        {
            try
            {
                File.Delete(file);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // Somebody reads it or owns it; the next start tries again.
            }
        }
    }
}
