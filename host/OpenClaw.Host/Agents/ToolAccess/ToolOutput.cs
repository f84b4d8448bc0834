using System.Text.Json;

namespace OpenClaw.Host.Agents.ToolAccess;

/// <summary>What a tool gave.</summary>
internal sealed record ToolOutput(IReadOnlyList<ToolOutputPart> Content, JsonElement? Details);
