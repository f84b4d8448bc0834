using System.Text.Json.Serialization;

namespace OpenClaw.Host.Cli.Probing;

/// <summary>What <c>gateway probe</c> found.</summary>
internal sealed record ProbeReport
{
    /// <summary>A gateway is there.</summary>
    public required bool Ok { get; init; }

    /// <summary>It is there, but did not answer all questions.</summary>
    public required bool Degraded { get; init; }

    public required string Capability { get; init; }

    public required long Ts { get; init; }

    public required long DurationMs { get; init; }

    public required long TimeoutMs { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? PrimaryTargetId { get; init; }

    public required IReadOnlyList<ProbeWarning> Warnings { get; init; }

    public required ProbeNetwork Network { get; init; }

    public ProbeDiscovery Discovery { get; init; } = new(0, 0, []);

    public required IReadOnlyList<ProbedTarget> Targets { get; init; }
}
