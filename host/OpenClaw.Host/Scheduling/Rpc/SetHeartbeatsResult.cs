namespace OpenClaw.Host.Scheduling.Rpc;

/// <summary>Answer of <c>set-heartbeats</c>.</summary>
internal sealed record SetHeartbeatsResult(bool Ok, bool Enabled);
