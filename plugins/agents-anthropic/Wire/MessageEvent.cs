using System.Text.Json;

namespace OpenClaw.Agents.Anthropic.Wire;

/// <summary>One event of a message that streams.</summary>
internal sealed record MessageEvent
{
    public string? Type { get; init; }

    public int Index { get; init; }

    public MessageBody? Message { get; init; }

    public ContentBlock? ContentBlock { get; init; }

    public BlockDelta? Delta { get; init; }

    public MessageUsage? Usage { get; init; }

    public JsonElement Error { get; init; }
}
