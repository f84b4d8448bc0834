using OpenClaw.Agents;

namespace OpenClaw.Hooks;

/// <summary>How a run went.</summary>
public sealed record RunOutcome
{
    /// <summary>Whether the model answered; false for runs that failed or were stopped.</summary>
    public required bool IsSuccess { get; init; }

    /// <summary>What the model used over the whole run.</summary>
    public ModelUsage Usage { get; init; } = ModelUsage.None;

    /// <summary>Why it failed or was stopped, for people.</summary>
    public string? Error { get; init; }
}
