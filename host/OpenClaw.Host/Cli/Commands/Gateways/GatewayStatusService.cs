namespace OpenClaw.Host.Cli.Commands.Gateways;

/// <summary>The gateway as a service of this machine. This version installs none, so it tells of the process alone.</summary>
internal sealed record GatewayStatusService
{
    public string Label { get; init; } = "not installed";

    public bool Loaded { get; init; }

    public GatewayStatusLoadState LoadState { get; init; } = new("not-loaded");

    public string LoadedText { get; init; } = "enabled";

    public string NotLoadedText { get; init; } = "disabled";

    public string TargetRole { get; init; } = "diagnostic-only";

    public required GatewayStatusRuntime Runtime { get; init; }

    public GatewayStatusAudit ConfigAudit { get; init; } = new(Ok: true, []);
}
