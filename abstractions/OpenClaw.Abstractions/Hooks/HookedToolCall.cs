using System.Text.Json;
using OpenClaw.Identity;

namespace OpenClaw.Hooks;

/// <summary>A call of a tool, as hooks see it.</summary>
public sealed record HookedToolCall
{
    /// <summary>The tool.</summary>
    public required string Tool { get; init; }

    /// <summary>The call's id within its run.</summary>
    public required string CallId { get; init; }

    /// <summary>The arguments, as the hooks before this one left them.</summary>
    public required JsonElement Arguments { get; init; }

    /// <summary>The session it happens in.</summary>
    public required SessionKey Session { get; init; }

    /// <summary>The agent that calls.</summary>
    public required AgentId Agent { get; init; }

    /// <summary>The run it belongs to.</summary>
    public required string RunId { get; init; }
}
