namespace OpenClaw.Host.Gateway.Rpc;

/// <summary>Whether there is a small model for chores; this gateway has none.</summary>
internal sealed record SystemInfoUtilityModel(string Status);
