using OpenClaw.Protocol.Frames;

namespace OpenClaw.Host.Gateway.Broadcast;

/// <summary>Counts the states of the presence list and of the health snapshot, so that clients know which they have seen.</summary>
internal sealed class StateVersions
{
    private long _presence = 1;
    private long _health;

    public StateVersion Current => new() { Presence = Interlocked.Read(ref _presence), Health = Interlocked.Read(ref _health) };

    public void PresenceChanged() => Interlocked.Increment(ref _presence);

    public void HealthChanged() => Interlocked.Increment(ref _health);
}
