using System.Text.Json;

namespace OpenClaw.Agents.OpenAI.Wire;

/// <summary>A response of the Responses format.</summary>
internal sealed record ResponseBody
{
    public string? Id { get; init; }

    public string? Status { get; init; }

    public IReadOnlyList<ResponseItem?>? Output { get; init; }

    public ResponseUsage? Usage { get; init; }

    public IncompleteDetails? IncompleteDetails { get; init; }

    public JsonElement Error { get; init; }
}
