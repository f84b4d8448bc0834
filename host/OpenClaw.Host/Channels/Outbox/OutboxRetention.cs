using OpenClaw.Host.Sessions;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Channels.Outbox;

/// <summary>
/// Keeps the outbox bounded, at start and then every hour. What was sent is kept for its key alone; what is dead is kept for people, and
/// when even that grows too old or too much, its going is said loudly.
/// </summary>
internal sealed partial class OutboxRetention(SqliteDatabase database, OutboxLimits limits, TimeProvider time, ILogger<OutboxRetention> logger)
    : BackgroundService
{
    private const int Page = 1_000;

    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <summary>Removes what is kept no longer: how many that were sent or dropped, and how many dead.</summary>
    public async Task<(int Done, int Dead)> SweepAsync(CancellationToken cancellationToken)
    {
        var done = await RemoveAsync("2, 6", limits.KeepSent, limits.MaxSent, cancellationToken);
        var dead = await RemoveAsync("3, 4, 5", limits.KeepDead, limits.MaxDead, cancellationToken);
        if (dead > 0)
            LogForgotten(logger, dead, limits.KeepDead.TotalDays, limits.MaxDead);
        return (done, dead);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (StorageException error)
            {
                LogFailed(logger, error);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    // Page by page: the writer has others to serve in between.
    private async Task<int> RemoveAsync(string states, TimeSpan age, int most, CancellationToken cancellationToken)
    {
        var before = time.UnixMs - (long)age.TotalMilliseconds;
        var removed = 0;
        while (true)
        {
            var now = await database.WriteAsync(
                connection => connection.Execute(
                    $"""
                    DELETE FROM outbox WHERE id IN (
                        SELECT id FROM outbox WHERE ended_at < $before AND state IN ({states})
                        UNION ALL
                        SELECT id FROM (SELECT id FROM outbox WHERE ended_at IS NOT NULL AND state IN ({states}) ORDER BY ended_at DESC LIMIT -1 OFFSET $most)
                        LIMIT $page)
                    """,
                    ("$before", before),
                    ("$most", most),
                    ("$page", Page)),
                cancellationToken);
            removed += now;
            if (now < Page)
                return removed;
        }
    }

    [LoggerMessage(2563, LogLevel.Error,
        "{Count} messages that were never sent, or of which nobody knows, were removed from the outbox: they were older than {Days} days or more than {Most}.")]
    private static partial void LogForgotten(ILogger logger, int count, double days, int most);

    [LoggerMessage(2564, LogLevel.Warning, "Old messages of the outbox could not be removed; the next attempt follows in an hour.")]
    private static partial void LogFailed(ILogger logger, Exception error);
}
