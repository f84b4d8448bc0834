namespace OpenClaw.Host.Tools;

/// <summary>What a model is shown when a tool threw or ran out of time.</summary>
internal sealed record ToolFailureText(string Status, string Tool, string Error);
