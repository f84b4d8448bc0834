namespace OpenClaw.Host.Agents.ToolAccess;

/// <summary>Whose key it is.</summary>
internal readonly record struct ToolCallKey(string Caller, string Key);
