using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Agents.Attachments;

/// <summary>
/// Keeps the media folder bounded: files go when they are old, and the oldest when there are too many bytes. What a waiting message or
/// an open run names stays, whatever the clock says; the limits of those bound it.
/// </summary>
internal sealed partial class MediaRetention(
    MediaFolder folder, IEnumerable<IMediaClaims> claims, SqliteDatabase database, TimeProvider time, ILogger<MediaRetention> logger) : BackgroundService
{
    public static readonly TimeSpan Age = TimeSpan.FromDays(30);
    public const long MaxBytes = 4L * 1024 * 1024 * 1024;
    private static readonly TimeSpan FirstAfter = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Interval = TimeSpan.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var wait = FirstAfter; ; wait = Interval)
        {
            // Not while the gateway starts: nobody waits for this.
            await Task.Delay(wait, time, stoppingToken);
            try
            {
                await SweepAsync(MaxBytes, stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                // The border of a background loop: a folder or a row that cannot be read must not take the gateway down.
                LogFailed(logger, error);
            }
        }
    }

    public async ValueTask SweepAsync(long maxBytes, CancellationToken cancellationToken)
    {
        var directory = new DirectoryInfo(folder.Folder);
        if (!directory.Exists)
            return;
        // Listed before the claims are read: what is claimed in between is in both, or in neither.
        var files = directory.EnumerateFiles().OrderByDescending(static file => file.LastWriteTimeUtc).ToList();
        var claimed = await database.ReadAsync(
            connection => claims.SelectMany(claim => claim.FilesOf(connection)).Select(static file => Path.GetFileName(file)).ToHashSet(StringComparer.Ordinal),
            cancellationToken);
        var oldest = (time.GetUtcNow() - Age).UtcDateTime;
        var kept = 0L;
        foreach (var file in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            kept += file.Length;
            if (!claimed.Contains(file.Name) && (file.LastWriteTimeUtc < oldest || kept > maxBytes))
                file.Delete();
        }
    }

    [LoggerMessage(3041, LogLevel.Warning, "Old files in the media folder could not be removed; the next attempt follows in some hours.")]
    private static partial void LogFailed(ILogger logger, Exception error);
}
