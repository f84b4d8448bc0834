namespace OpenClaw.Host.Agents.Runs;

/// <summary>A client as its handshake named it.</summary>
internal sealed record MessageClient(string Id, string? Mode);
