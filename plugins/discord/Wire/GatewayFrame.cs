using System.Text.Json;

namespace OpenClaw.Channels.Discord.Wire;

/// <summary>What the gateway says and is told: an operation, its content, and for events their number and name.</summary>
internal sealed record GatewayFrame
{
    public int Op { get; init; } = -1;

    public JsonElement D { get; init; }

    public long? S { get; init; }

    public string? T { get; init; }
}
