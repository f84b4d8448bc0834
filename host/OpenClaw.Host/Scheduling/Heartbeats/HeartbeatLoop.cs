using OpenClaw.Host.Agents;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Scheduling.Wakes;
using OpenClaw.Host.Sessions;

namespace OpenClaw.Host.Scheduling.Heartbeats;

/// <summary>
/// Gives agents turns from time to time. The first comes one interval after the start, so that a gateway that restarts again and again
/// does not talk each time; one that was missed is made up for once.
/// </summary>
internal sealed partial class HeartbeatLoop(
    HeartbeatTurns turns, HeartbeatBoard board, SchedulingLimits limits, IConfigSource configuration, TimeProvider time,
    ILogger<HeartbeatLoop> logger) : BackgroundService
{
    // One entry for each agent with heartbeats.
    private readonly Dictionary<string, Beat> _beats = new(StringComparer.Ordinal);
    private readonly List<Task> _watching = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(await PassAsync(stoppingToken), time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
        }

        await Task.WhenAll(_watching);
    }

    private async Task<TimeSpan> PassAsync(CancellationToken cancellationToken)
    {
        _watching.RemoveAll(static one => one.IsCompleted);
        var agents = configuration.Current.Agents;
        foreach (var id in _beats.Keys)
        {
            if (agents.Find(id) is not { } known || !agents.HasHeartbeat(known))
                _beats.Remove(id);
        }

        var sleep = limits.LongestSleep;
        foreach (var agent in agents.List)
        {
            if (!agents.HasHeartbeat(agent))
                continue;
            var every = agents.SettingsOf(agent.Id).Heartbeat.Every;
            // One that lies further ahead than an interval was planned before the clock was set back.
            if (!_beats.TryGetValue(agent.Id, out var beat) || beat.Every != every || beat.Due - time.GetUtcNow() > every)
                _beats[agent.Id] = beat = new Beat(every, time.GetUtcNow() + every);
            if (beat.Due <= time.GetUtcNow())
                await BeatAsync(agent.Id, beat, cancellationToken);
            var left = beat.Due - time.GetUtcNow();
            sleep = left < sleep ? left : sleep;
        }

        return sleep > TimeSpan.Zero ? sleep : TimeSpan.FromMilliseconds(1);
    }

    private async Task BeatAsync(string agentId, Beat beat, CancellationToken cancellationToken)
    {
        beat.Due = time.GetUtcNow() + beat.Every;
        string? skipped;
        try
        {
            (skipped, var ticket) = await turns.BeginAsync(agentId, cancellationToken);
            if (ticket is not null)
                _watching.Add(WatchAsync(ticket, cancellationToken));
        }
        catch (RunRefusedException refused) when (refused.IsOverload)
        {
            skipped = HeartbeatTurns.Busy;
        }
        catch (Exception refused) when (refused is RunRefusedException or SessionKeyException)
        {
            board.Failed(refused.Message);
            return;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            // The border of a background loop: other agents must not wait for a restart.
            LogFailed(logger, agentId, error);
            return;
        }

        var looksAgain = skipped is HeartbeatTurns.Busy or HeartbeatTurns.OutsideHours;
        if (looksAgain && limits.HeartbeatRetry < beat.Every)
            beat.Due = time.GetUtcNow() + limits.HeartbeatRetry;
        // One that looks again and again says so once.
        if (skipped is not null && skipped != beat.LastSkip)
            board.Skipped(skipped);
        beat.LastSkip = looksAgain ? skipped : null;
    }

    private async Task WatchAsync(RunTicket ticket, CancellationToken cancellationToken)
    {
        try
        {
            board.Ended(await ticket.Completion.WaitAsync(cancellationToken));
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

    private sealed class Beat(TimeSpan every, DateTimeOffset due)
    {
        public TimeSpan Every => every;

        public DateTimeOffset Due { get; set; } = due;

        public string? LastSkip { get; set; }
    }

    [LoggerMessage(8040, LogLevel.Error, "The heartbeat of agent {AgentId} could not be started; the next one follows in time.")]
    private static partial void LogFailed(ILogger logger, string agentId, Exception error);

    [LoggerMessage(8041, LogLevel.Warning, "The heartbeat {RunId} broke.")]
    private static partial void LogBroken(ILogger logger, string runId, Exception error);
}
