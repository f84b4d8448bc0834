namespace OpenClaw.Host.Channels.Rpc;

/// <summary>What the platform said of an account when it was asked.</summary>
internal sealed record ChannelProbeReport(bool Ok, string? Error, long ElapsedMs, ProbedBot? Bot);
