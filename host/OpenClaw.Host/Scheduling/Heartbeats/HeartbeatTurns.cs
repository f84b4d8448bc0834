using OpenClaw.Host.Agents;
using OpenClaw.Host.Agents.Prompts.Workspace;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Model.Agents;
using OpenClaw.Host.Scheduling.Wakes;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Sessions.Runs;

namespace OpenClaw.Host.Scheduling.Heartbeats;

/// <summary>Gives an agent its turn, unless there is a reason not to; the reason is told.</summary>
internal sealed class HeartbeatTurns(
    AgentRuntime agents, ISessionRuntime sessions, SessionKeyParser keys, HeartbeatRoutes routes, WorkspaceFiles files, HeartbeatBoard board,
    SchedulingLimits limits, IConfigSource configuration, TimeProvider time)
{
    public const string OutsideHours = "quiet-hours";
    public const string Busy = "requests-in-flight";

    /// <returns>Why there is no turn, or the turn that was begun.</returns>
    public async ValueTask<(string? Skipped, RunTicket? Ticket)> BeginAsync(string agentId, CancellationToken cancellationToken)
    {
        var config = configuration.Current;
        var settings = config.Agents.SettingsOf(agentId);
        var heartbeat = settings.Heartbeat;
        if (!board.Enabled || !CronSettings.Of(config).Enabled)
            return ("disabled", null);
        if (!HeartbeatHoursCheck.IsActive(settings, time.GetUtcNow(), time.LocalTimeZone))
            return (OutsideHours, null);
        var main = keys.Parse(heartbeat.Session, agentId);
        if (sessions.ActiveRuns(main.Key).Count > 0)
            return (Busy, null);
        if ((await files.FindAsync(agentId, WorkspaceNames.Heartbeat, cancellationToken)).Text is { } tasks && HeartbeatFile.IsEmpty(tasks))
            return ("empty-heartbeat-file", null);
        var target = await routes.OfAsync(heartbeat, main.Key, cancellationToken);
        if (target.IsLost)
            return ("no-route", null);
        var token = Guid.NewGuid().ToString();
        // A conversation of its own goes the way of those of single jobs, which are swept.
        var session = heartbeat.IsolatedSession ? keys.Parse($"cron:heartbeat:run:{token}", agentId) : main;
        var request = new RunRequest($"heartbeat:{agentId}:{token}", session, RunSurface.Agent, InputOf(heartbeat, target.Route));
        return (null, await agents.SubmitAsync(request, cancellationToken));
    }

    private RunInput InputOf(HeartbeatConfig heartbeat, ReplyRoute? route) => new()
    {
        Message = heartbeat.Prompt,
        IsBackground = true,
        Origin = RunOrigins.Heartbeat,
        ClientId = RunOrigins.Heartbeat,
        Model = heartbeat.Model,
        TimeoutMs = (long)(heartbeat.Timeout ?? Shorter(heartbeat.Every, limits.LongestHeartbeat)).TotalMilliseconds,
        LightContext = heartbeat.LightContext,
        AckMaxChars = heartbeat.AckMaxChars,
        Route = route,
    };

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
