namespace OpenClaw.Host.Agents.ToolAccess;

/// <summary>A piece of what a tool gave.</summary>
internal sealed record ToolOutputPart(string Type, string Text);
