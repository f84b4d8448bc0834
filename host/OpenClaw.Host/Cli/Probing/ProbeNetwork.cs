using System.Text.Json.Serialization;

namespace OpenClaw.Host.Cli.Probing;

/// <summary>Where a gateway of this machine would be.</summary>
internal sealed record ProbeNetwork
{
    public required string LocalLoopbackUrl { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? LocalTailnetUrl { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? TailnetIPv4 { get; init; }
}
