using System.Text.Json;

namespace OpenClaw.Host.Agents.ToolAccess;

/// <summary>Answer of <c>tools.invoke</c>.</summary>
internal sealed record ToolsInvokeResult
{
    public required bool Ok { get; init; }

    public required string ToolName { get; init; }

    public ToolOutput? Output { get; init; }

    public string? Source { get; init; }

    public ToolProblem? Error { get; init; }

    public static ToolsInvokeResult Failed(string name, string code, string message) =>
        new() { Ok = false, ToolName = name, Error = new ToolProblem(code, message) };
}
