using OpenClaw.Host.Agents.Runs;

namespace OpenClaw.Host.Agents.Lanes;

/// <summary>A place in a session's queue, held while a run is stored so that a stored run is never refused.</summary>
/// <param name="lanes">The queues.</param>
/// <param name="lane">The session's.</param>
/// <param name="displaced">The waiting run whose place it was; it goes back when the new run comes to nothing.</param>
internal sealed class LanePlace(SessionLanes lanes, SessionLane lane, ActiveRun? displaced) : IDisposable
{
    private bool _settled;

    public ActiveRun? Displaced => displaced;

    public void Enqueue(ActiveRun run)
    {
        _settled = true;
        lanes.Enqueue(lane, run);
    }

    public void Dispose()
    {
        if (!_settled)
            lanes.Release(lane, displaced);
        _settled = true;
    }
}
