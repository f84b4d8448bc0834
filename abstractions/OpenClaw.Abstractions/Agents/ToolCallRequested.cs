using OpenClaw.Content;

namespace OpenClaw.Agents;

/// <summary>The model asks for a tool. Sent once for each call, when its arguments are complete.</summary>
/// <param name="Call">The call.</param>
public sealed record ToolCallRequested(ToolCallPart Call) : ModelUpdate;
