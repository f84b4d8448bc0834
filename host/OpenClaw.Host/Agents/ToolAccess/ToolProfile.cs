namespace OpenClaw.Host.Agents.ToolAccess;

/// <summary>A named choice of tools.</summary>
internal sealed record ToolProfile(string Id, string Label);
