using System.Text.Json.Serialization;

namespace OpenClaw.Host.Cli.Probing;

/// <summary>How an attempt to connect went.</summary>
internal sealed record ProbedConnect
{
    /// <summary>A gateway is there; whether it lets us in is another matter.</summary>
    public required bool Ok { get; init; }

    /// <summary>It answered questions.</summary>
    public bool RpcOk { get; init; }

    /// <summary>It let us in, but our rights are too few for questions.</summary>
    public bool ScopeLimited { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public long? LatencyMs { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Error { get; init; }

    /// <summary>unreachable, timeout, not-a-gateway, auth, pairing, protocol, unavailable or refused.</summary>
    public string? Failure { get; init; }
}
