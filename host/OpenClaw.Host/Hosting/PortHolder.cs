namespace OpenClaw.Host.Hosting;

/// <summary>A process that listens on a port.</summary>
internal sealed record PortHolder(int ProcessId, string Name);
