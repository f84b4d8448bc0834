using System.Text.Json.Serialization;

namespace OpenClaw.Host.Cli.Commands.Gateways;

/// <summary>Plugins of another version than the gateway. They come with the gateway here, so there are none.</summary>
internal sealed record GatewayStatusDrift
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? GatewayVersion { get; init; }

    public IReadOnlyList<string> Drifts { get; init; } = [];
}
