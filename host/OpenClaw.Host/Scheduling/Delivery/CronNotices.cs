using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using OpenClaw.Host.Agents.Delivery;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Scheduling.Heartbeats;
using OpenClaw.Host.Scheduling.Jobs;
using OpenClaw.Host.Scheduling.Store;
using OpenClaw.Host.Sessions.Runs;

namespace OpenClaw.Host.Scheduling.Delivery;

/// <summary>
/// What the end of a run tells the world beside the agent's answer: the call to the job's web address, and a word about a job that keeps
/// failing. Stored in the transaction that ends the run: both are on disk, or neither is.
/// </summary>
internal sealed class CronNotices(
    HeartbeatRoutes owners, WebhookSignal signal, IConfigSource configuration, IDeliveryRoutes? routes = null, IChatPosts? posts = null)
{
    private const int MaxError = 500;

    /// <summary>Notes in the job's state whether somebody is told now.</summary>
    /// <param name="job">The job after the run.</param>
    /// <param name="now">When.</param>
    /// <param name="isNews">Whether somebody is.</param>
    public CronJob Judge(CronJob job, long now, out bool isNews)
    {
        isNews = false;
        if (FailureAlertSettings.Of(configuration.Current, job) is not { } settings)
            return job;
        var state = job.State;
        if (state.LastStatus == CronKinds.Ok)
        {
            isNews = state.FailureAlertOpen is true;
            return isNews ? job with { State = state with { FailureAlertOpen = null } } : job;
        }

        var failures = (state.ConsecutiveErrors ?? 0) + (settings.IncludesSkipped ? state.ConsecutiveSkipped ?? 0 : 0);
        isNews = failures >= settings.After
            && (state.LastStatus == CronKinds.Error || settings.IncludesSkipped)
            && !(now - state.LastFailureAlertAtMs < settings.CooldownMs);
        return isNews ? job with { State = state with { FailureAlertOpen = true, LastFailureAlertAtMs = now } } : job;
    }

    public CronJob Stage(SqliteConnection connection, CronJob job, CronRunEntry entry, bool isNews)
    {
        if (job.Webhook is { } url && entry.Status != CronKinds.Skipped)
            WebhookSql.Add(connection, $"cron:{entry.RunId}", url, JsonSerializer.Serialize(entry, SchedulingJsonContext.Default.CronRunEntry), entry.RunId, entry.Ts);
        return isNews ? Tell(connection, job, entry) : job;
    }

    /// <summary>What was stored is on disk now.</summary>
    public void Staged()
    {
        signal.Raise();
        posts?.Posted();
    }

    private CronJob Tell(SqliteConnection connection, CronJob job, CronRunEntry entry)
    {
        var settings = FailureAlertSettings.Of(configuration.Current, job)!;
        var isOver = entry.Status == CronKinds.Ok;
        var key = $"cron-alert:{entry.RunId}";
        var isStaged = true;
        if (settings.IsWebhook && (settings.To ?? job.Webhook) is { } url && Uri.TryCreate(url, UriKind.Absolute, out _))
            WebhookSql.Add(connection, key, url, JsonSerializer.Serialize(NoticeOf(job, entry, isOver), SchedulingJsonContext.Default.FailureNotice), null, entry.Ts);
        else if (!settings.IsWebhook && posts is not null && RouteOf(settings, job) is { } route)
            posts.Post(connection, key, route, TextOf(job, entry, isOver));
        else
            isStaged = false;
        return job with
        {
            State = job.State with { LastFailureNotificationDeliveryStatus = isStaged ? CronKinds.Undecided : CronKinds.NotDelivered },
        };
    }

    /// <summary>The chat that the alert names, else that of the job's results, else the owner's.</summary>
    private ReplyRoute? RouteOf(FailureAlertSettings settings, CronJob job)
    {
        var channel = settings.Channel == "last" ? null : settings.Channel;
        if (settings.To is { } to)
            return routes?.RouteOf(to, channel, settings.AccountId, threadId: null, out _);
        if (job.FailureDestination is { } given)
            return routes?.RouteOf(given.To, given.Channel, given.AccountId, given.ThreadId, out _);
        return job.Announcement is { } target
            ? routes?.RouteOf(target.To, target.Channel, target.AccountId, target.ThreadId, out _)
            : owners.OfOwner(settings.AccountId);
    }

    private static FailureNotice NoticeOf(CronJob job, CronRunEntry entry, bool isOver) => new()
    {
        Action = isOver ? "failure-recovered" : "failure-alert",
        JobId = job.Id,
        JobName = job.Name,
        Error = isOver ? null : Cut(entry.Error),
        ConsecutiveErrors = isOver ? null : job.State.ConsecutiveErrors,
        Ts = entry.Ts,
    };

    private static string TextOf(CronJob job, CronRunEntry entry, bool isOver) => isOver
        ? $"✅ The job \"{job.Name}\" works again."
        : string.Create(CultureInfo.InvariantCulture, $"⚠️ The job \"{job.Name}\" failed {job.State.ConsecutiveErrors} times in a row: {Cut(entry.Error) ?? entry.Status}");

    private static string? Cut(string? text) => text?.Length > MaxError ? $"{text[..MaxError]}…" : text;
}
