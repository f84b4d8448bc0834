using System.Text.Json;

namespace OpenClaw.Agents.OpenAI.Wire;

/// <summary>The function a tool call names.</summary>
internal sealed record FunctionPiece
{
    public string? Name { get; init; }

    /// <summary>A string that holds JSON; some far ends send the object itself.</summary>
    public JsonElement Arguments { get; init; }
}
