namespace OpenClaw.Host.Cli.Commands;

/// <summary>What <c>gateway status</c> found.</summary>
internal sealed record GatewayStatusReport
{
    public required GatewayStatusCli Cli { get; init; }

    /// <summary>Absent while no gateway ever ran here.</summary>
    public string? LogFile { get; init; }

    public required GatewayStatusConfig Config { get; init; }

    public required GatewayStatusGateway Gateway { get; init; }

    /// <summary>The process that holds the state folder, when one does.</summary>
    public int? Pid { get; init; }

    /// <summary>Absent when no probe was made.</summary>
    public GatewayStatusProbe? Rpc { get; init; }
}
