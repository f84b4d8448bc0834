namespace OpenClaw.Testing;

/// <summary>A call of a tool.</summary>
/// <param name="Tool">The tool's name.</param>
/// <param name="Arguments">A JSON object.</param>
public sealed record ToolCase(string Tool, string Arguments);
