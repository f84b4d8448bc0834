using System.Text.Json;

namespace OpenClaw.Hooks;

/// <summary>What shall become of a call of a tool.</summary>
public sealed record ToolCallDecision
{
    private ToolCallDecision()
    {
    }

    /// <summary>It goes on as it is.</summary>
    public static ToolCallDecision Continue { get; } = new();

    /// <summary>Why the tool does not run; null when it does.</summary>
    public string? BlockReason { get; private init; }

    /// <summary>The arguments it gets instead; null to leave them.</summary>
    public JsonElement? Arguments { get; private init; }

    /// <summary>The tool does not run. That is final: later hooks are not asked.</summary>
    /// <param name="reason">What the model is told, at most 2,048 characters.</param>
    public static ToolCallDecision Block(string reason) => new() { BlockReason = reason };

    /// <summary>The tool runs with other arguments. They must fit its schema.</summary>
    /// <param name="arguments">An object.</param>
    public static ToolCallDecision Replace(JsonElement arguments) => new() { Arguments = arguments };
}
