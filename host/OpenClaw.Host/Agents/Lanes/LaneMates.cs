using OpenClaw.Host.Agents.Runs;
using OpenClaw.Host.Configuration.Model;

namespace OpenClaw.Host.Agents.Lanes;

/// <summary>The runs that wait behind one, as far as they may become part of it.</summary>
internal sealed class LaneMates(SessionLanes lanes, SessionLane lane, ActiveRun run)
{
    /// <summary>Whether somebody wants to say something into the run.</summary>
    public bool WantIn => lanes.Any(lane, run, QueueMode.Steer);

    /// <summary>Takes those that are to be said into the run out of the queue.</summary>
    public IReadOnlyList<ActiveRun> TakeSteering() => lanes.Take(lane, run, QueueMode.Steer);

    /// <summary>Takes those that are put together with the run out of the queue.</summary>
    public IReadOnlyList<ActiveRun> TakeCollected() =>
        run.Mode == QueueMode.Collect && run.Record.MessageSeq is null ? lanes.Take(lane, run, QueueMode.Collect) : [];

    /// <summary>Queues again what could not be taken over.</summary>
    public void PutBack(IReadOnlyList<ActiveRun> taken) => lanes.PutBack(lane, taken);
}
