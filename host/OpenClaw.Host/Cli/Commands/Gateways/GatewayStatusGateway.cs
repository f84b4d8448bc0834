using System.Text.Json.Serialization;

namespace OpenClaw.Host.Cli.Commands.Gateways;

/// <summary>Where the gateway is expected.</summary>
internal sealed record GatewayStatusGateway
{
    /// <summary>Absent for a gateway elsewhere.</summary>
    public string? BindMode { get; init; }

    public string? BindHost { get; init; }

    public required int Port { get; init; }

    /// <summary>Where the port was taken from: <c>env/config</c> or <c>cli</c>.</summary>
    public required string PortSource { get; init; }

    public required string ProbeUrl { get; init; }

    /// <summary>What decided on the address.</summary>
    public required string UrlSource { get; init; }

    public required GatewayStatusLinks ControlUiLinks { get; init; }

    public string? ProbeNote { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Version { get; init; }
}
