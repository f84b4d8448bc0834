using System.Text.Json.Serialization;

namespace OpenClaw.Host.Cli.Probing;

/// <summary>Who answered.</summary>
internal sealed record ProbedServer
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Version { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? ConnId { get; init; }

    /// <summary>The protocol that was agreed on.</summary>
    public int? Protocol { get; init; }
}
