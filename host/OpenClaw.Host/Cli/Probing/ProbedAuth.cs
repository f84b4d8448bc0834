using System.Text.Json.Serialization;

namespace OpenClaw.Host.Cli.Probing;

/// <summary>What the gateway granted.</summary>
internal sealed record ProbedAuth
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Role { get; init; }

    public IReadOnlyList<string> Scopes { get; init; } = [];

    public string Capability { get; init; } = Capabilities.Unknown;
}
