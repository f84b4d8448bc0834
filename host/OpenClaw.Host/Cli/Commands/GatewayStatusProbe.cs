namespace OpenClaw.Host.Cli.Commands;

/// <summary>The attempt to connect.</summary>
internal sealed record GatewayStatusProbe
{
    public required bool Ok { get; init; }

    /// <summary>What the credentials at hand allow: connect-only, connected-no-operator-scope, read-only, write-capable or admin-capable.</summary>
    public string? Capability { get; init; }

    public string? Error { get; init; }

    public long? LatencyMs { get; init; }
}
