using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Sessions;

/// <summary>Answer to <c>sessions.abort</c>.</summary>
public sealed record SessionsAbortResult
{
    /// <summary>Always true.</summary>
    public required bool Ok { get; init; }

    /// <summary>The run that was stopped first; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? AbortedRunId { get; init; }

    /// <summary>aborted or no-active-run.</summary>
    public required string Status { get; init; }
}
