namespace OpenClaw.Host.Agents.ToolAccess;

/// <summary>Why a call gave nothing.</summary>
internal sealed record ToolProblem(string Code, string Message);
