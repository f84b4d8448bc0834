namespace OpenClaw.Host.Channels.Rpc;

/// <summary>How many can ask, and how long they wait.</summary>
internal sealed record PairingLimits(int PendingPerAccount, long TtlMs);
