using System.Globalization;
using OpenClaw.Host.Agents;
using OpenClaw.Host.Agents.SystemEvents;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Scheduling.Heartbeats;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Sessions.Runs;

namespace OpenClaw.Host.Scheduling.Wakes;

/// <summary>
/// Gives a turn to sessions whose events ask for one. The wish lies on disk beside the event, so it outlives the process; the
/// name of the run is made from it, so that one wish is one run.
/// </summary>
internal sealed partial class WakeLoop(
    SystemEventQueue queue, AgentRuntime agents, SessionKeyParser keys, HeartbeatBoard heartbeats, HeartbeatRoutes routes, WakeSignal signal,
    SchedulingLimits limits, IConfigSource configuration, TimeProvider time, ILogger<WakeLoop> logger) : BackgroundService
{
    private const string Prompt =
        $"Something happened, see the system lines above. Do what they ask for. If nothing has to be done or said, answer {SilentReplies.AllIsWell}.";

    private readonly WakeRate _rate = new(limits);
    private readonly List<Task> _watching = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var sleep = limits.LongestSleep;
            try
            {
                sleep = await PassAsync(stoppingToken);
                await signal.WaitAsync(sleep, time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception error)
            {
                // The border of a background loop: other sessions must not wait for a restart.
                LogFailed(logger, error);
                await signal.WaitAsync(sleep, time, stoppingToken);
            }
        }

        await Task.WhenAll(_watching);
    }

    private async Task<TimeSpan> PassAsync(CancellationToken cancellationToken)
    {
        _watching.RemoveAll(static one => one.IsCompleted);
        var sleep = limits.LongestSleep;
        foreach (var wake in await queue.WakesAsync(cancellationToken))
        {
            if (_rate.Take(AgentOf(wake), time.GetUtcNow()) is not { } left)
                await StartAsync(wake, cancellationToken);
            else if (left < sleep)
                sleep = left;
        }

        return sleep;
    }

    // A session whose agent is gone is told so when its turn is asked for.
    private string AgentOf(WakeRequest wake)
    {
        try
        {
            return keys.Parse(wake.SessionKey).AgentId;
        }
        catch (SessionKeyException)
        {
            return wake.SessionKey;
        }
    }

    private async Task StartAsync(WakeRequest wake, CancellationToken cancellationToken)
    {
        try
        {
            if (heartbeats.Enabled)
                _watching.Add(WatchAsync(await SubmitAsync(wake, cancellationToken), cancellationToken));
            else
                heartbeats.Skipped("disabled");
        }
        catch (RunRefusedException refused) when (refused.IsOverload)
        {
            heartbeats.Skipped("busy");
            return;
        }
        catch (Exception refused) when (refused is RunRefusedException or SessionKeyException)
        {
            heartbeats.Failed(refused.Message);
        }

        await queue.ClearWakeAsync(wake, cancellationToken);
    }

    private async ValueTask<RunTicket> SubmitAsync(WakeRequest wake, CancellationToken cancellationToken)
    {
        var session = keys.Parse(wake.SessionKey);
        var settings = configuration.Current.Agents.SettingsOf(session.AgentId).Heartbeat;
        var runId = string.Create(CultureInfo.InvariantCulture, $"wake:{wake.SessionKey}:{wake.LastEventId}");
        var input = new RunInput
        {
            Message = Prompt,
            ClientId = "wake",
            IsBackground = true,
            Origin = RunOrigins.Wake,
            AckMaxChars = settings.AckMaxChars,
            Route = (await routes.OfAsync(settings, session.Key, cancellationToken)).Route,
        };
        return await agents.SubmitAsync(new RunRequest(runId, session, RunSurface.Agent, input), cancellationToken);
    }

    private async Task WatchAsync(RunTicket ticket, CancellationToken cancellationToken)
    {
        try
        {
            heartbeats.Ended(await ticket.Completion.WaitAsync(cancellationToken));
        }
        catch (OperationCanceledException)
        {
            // The gateway stops; the run is settled or taken up again without us.
        }
        catch (Exception error)
        {
            // The border of a background loop: a run that broke has said so itself.
            LogBroken(logger, ticket.Run.RunId, error);
        }
    }

    [LoggerMessage(8020, LogLevel.Error, "Events that ask for a turn could not be read; the next attempt follows in a minute.")]
    private static partial void LogFailed(ILogger logger, Exception error);

    [LoggerMessage(8021, LogLevel.Warning, "The turn {RunId}, started by an event, broke.")]
    private static partial void LogBroken(ILogger logger, string runId, Exception error);
}
