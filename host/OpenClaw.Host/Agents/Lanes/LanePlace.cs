using OpenClaw.Host.Agents.Runs;

namespace OpenClaw.Host.Agents.Lanes;

/// <summary>A place in a session's queue, held while a run is stored so that a stored run is never refused.</summary>
internal sealed class LanePlace(SessionLanes lanes, SessionLane lane) : IDisposable
{
    private bool _settled;

    public void Enqueue(ActiveRun run)
    {
        _settled = true;
        lanes.Enqueue(lane, run);
    }

    public void Dispose()
    {
        if (!_settled)
            lanes.Release(lane);
        _settled = true;
    }
}
