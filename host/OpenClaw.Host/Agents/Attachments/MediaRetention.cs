namespace OpenClaw.Host.Agents.Attachments;

/// <summary>Keeps the media folder bounded: files go when they are old, and the oldest when there are too many bytes.</summary>
internal sealed partial class MediaRetention(MediaFolder folder, TimeProvider time, ILogger<MediaRetention> logger) : BackgroundService
{
    public static readonly TimeSpan Age = TimeSpan.FromDays(30);
    public const long MaxBytes = 4L * 1024 * 1024 * 1024;
    private static readonly TimeSpan Interval = TimeSpan.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                Sweep(MaxBytes, stoppingToken);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                LogFailed(logger, error);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    public void Sweep(long maxBytes, CancellationToken cancellationToken)
    {
        var directory = new DirectoryInfo(folder.Folder);
        if (!directory.Exists)
            return;
        var oldest = (time.GetUtcNow() - Age).UtcDateTime;
        var kept = 0L;
        foreach (var file in directory.EnumerateFiles().OrderByDescending(static file => file.LastWriteTimeUtc))
        {
            cancellationToken.ThrowIfCancellationRequested();
            kept += file.Length;
            if (file.LastWriteTimeUtc < oldest || kept > maxBytes)
                file.Delete();
        }
    }

    [LoggerMessage(3041, LogLevel.Warning, "Old files in the media folder could not be removed; the next attempt follows in some hours.")]
    private static partial void LogFailed(ILogger logger, Exception error);
}
