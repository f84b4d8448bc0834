namespace OpenClaw.Channels.Discord.Wire;

/// <summary>Where the gateway is, and how many connections Discord wants there.</summary>
internal sealed record GatewayPlace
{
    public required string Url { get; init; }

    public int Shards { get; init; } = 1;

    public StartLimit? SessionStartLimit { get; init; }
}
