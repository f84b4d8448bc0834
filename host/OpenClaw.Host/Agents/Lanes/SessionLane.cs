using OpenClaw.Host.Agents.Runs;

namespace OpenClaw.Host.Agents.Lanes;

/// <summary>The runs of one session, in the order in which they were accepted. Guarded by the lock of <see cref="SessionLanes"/>.</summary>
internal sealed class SessionLane(string sessionKey)
{
    public string SessionKey { get; } = sessionKey;

    public LinkedList<ActiveRun> Waiting { get; } = [];

    /// <summary>Places given out for runs that are being stored and will be queued in a moment.</summary>
    public int Reserved { get; set; }

    /// <summary>Works the lane off, one run at a time; nothing while the lane is idle.</summary>
    public Task? Pump { get; set; }

    public bool IsIdle => Waiting.Count == 0 && Reserved == 0 && Pump is null;
}
