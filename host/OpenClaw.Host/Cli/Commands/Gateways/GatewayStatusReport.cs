namespace OpenClaw.Host.Cli.Commands.Gateways;

/// <summary>What <c>gateway status</c> found.</summary>
internal sealed record GatewayStatusReport
{
    public required GatewayStatusCli Cli { get; init; }

    /// <summary>Absent while no gateway ever ran here.</summary>
    public string? LogFile { get; init; }

    public required GatewayStatusService Service { get; init; }

    public required GatewayStatusConfigs Config { get; init; }

    public required GatewayStatusGateway Gateway { get; init; }

    /// <summary>Absent for a gateway elsewhere.</summary>
    public GatewayStatusPort? Port { get; init; }

    /// <summary>Absent when no probe was made.</summary>
    public GatewayStatusRpc? Rpc { get; init; }

    /// <summary>Found by a deep look only.</summary>
    public IReadOnlyList<GatewayStatusExtra> ExtraServices { get; init; } = [];

    public required GatewayStatusDrift PluginVersionDrift { get; init; }
}
