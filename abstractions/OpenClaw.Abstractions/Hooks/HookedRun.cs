using OpenClaw.Identity;

namespace OpenClaw.Hooks;

/// <summary>A run of an agent, as hooks see it.</summary>
public sealed record HookedRun
{
    /// <summary>The run.</summary>
    public required string RunId { get; init; }

    /// <summary>The session it happens in.</summary>
    public required SessionKey Session { get; init; }

    /// <summary>The agent.</summary>
    public required AgentId Agent { get; init; }

    /// <summary>What it answers.</summary>
    public string Message { get; init; } = "";
}
