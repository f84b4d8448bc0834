using System.Text.Json;

namespace OpenClaw.Agents.OpenAI.Wire;

/// <summary>One event of a response that streams.</summary>
internal sealed record ResponseEvent
{
    public string? Type { get; init; }

    public string? Delta { get; init; }

    public ResponseItem? Item { get; init; }

    public ResponseBody? Response { get; init; }

    public JsonElement Error { get; init; }
}
