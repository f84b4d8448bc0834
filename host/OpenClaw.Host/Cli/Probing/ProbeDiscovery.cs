namespace OpenClaw.Host.Cli.Probing;

/// <summary>Gateways that announce themselves on the network. Nobody listens for them here, so none are told.</summary>
internal sealed record ProbeDiscovery(int TimeoutMs, int Count, IReadOnlyList<string> Beacons);
