using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OpenClaw.Host.Scheduling.Jobs;

/// <summary>Finds the next moment of a schedule.</summary>
internal sealed class ScheduleClock(TimeProvider time)
{
    /// <summary>The first moment after another one; nothing when there is none any more.</summary>
    /// <exception cref="InvalidJobException">The schedule cannot be read.</exception>
    public long? Next(CronSchedule schedule, string jobId, long afterMs) => schedule.Kind switch
    {
        CronKinds.At => AtMs(schedule) is var at && at > afterMs ? at : null,
        CronKinds.Every => NextOfInterval(schedule, afterMs),
        CronKinds.Cron => NextOfExpression(schedule, jobId, afterMs),
        _ => null,
    };

    /// <summary>
    /// The first moment of a job after another one. Of an interval that has begun already, the beginning does not count any more: the
    /// clock may have been set back behind it.
    /// </summary>
    /// <exception cref="InvalidJobException">The schedule cannot be read.</exception>
    public long? Next(CronJob job, long nowMs)
    {
        if (job.Schedule is not { Kind: CronKinds.Every, EveryMs: { } every, AnchorMs: { } anchor } || anchor > LastKnown(job))
            return Next(job.Schedule, job.Id, nowMs);
        var since = (nowMs - anchor) % every;
        var next = nowMs - since + (since < 0 ? 0 : every);
        return next > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() ? null : next;
    }

    /// <summary>The latest moment of which the job knows that it has been.</summary>
    public static long LastKnown(CronJob job) => Math.Max(job.State.LastRunAtMs ?? 0, Math.Max(job.State.ScheduleActivatedAtMs ?? 0, job.UpdatedAtMs));

    /// <summary>The moment of a job that runs once.</summary>
    /// <exception cref="InvalidJobException">It is no moment.</exception>
    public static long AtMs(CronSchedule schedule)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return DateTimeOffset.TryParse(schedule.At, CultureInfo.InvariantCulture, Utc, out var at)
            ? at.ToUnixTimeMilliseconds()
            : throw new InvalidJobException($"schedule.at \"{schedule.At}\" is not a moment; write one such as 2027-01-31T08:00:00Z");
    }

    private static long? NextOfInterval(CronSchedule schedule, long afterMs)
    {
        var every = schedule.EveryMs!.Value;
        var anchor = schedule.AnchorMs ?? 0;
        if (afterMs < anchor)
            return anchor;
        var next = anchor + (((Int128)(afterMs - anchor) / every) + 1) * every;
        return next > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() ? null : (long)next;
    }

    private long? NextOfExpression(CronSchedule schedule, string jobId, long afterMs)
    {
        var stagger = Stagger(schedule, jobId);
        var expression = CronExpressions.Parse(schedule.Expr!, schedule.Tz, time.LocalTimeZone);
        // A moment that is put off lies after its place in the expression.
        var next = expression.GetNextValidTimeAfter(DateTimeOffset.FromUnixTimeMilliseconds(Math.Max(0, afterMs - stagger)));
        return next?.ToUnixTimeMilliseconds() + stagger;
    }

    private static long Stagger(CronSchedule schedule, string jobId) =>
        schedule.StaggerMs is > 0 and var window
            ? (long)(BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(jobId))) % (ulong)window)
            : 0;
}
