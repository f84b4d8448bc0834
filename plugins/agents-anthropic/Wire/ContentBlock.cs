using System.Text.Json;

namespace OpenClaw.Agents.Anthropic.Wire;

/// <summary>A part of a message.</summary>
internal sealed record ContentBlock
{
    public string? Type { get; init; }

    public string? Text { get; init; }

    public string? Thinking { get; init; }

    public string? Signature { get; init; }

    /// <summary>A thought in sealed form.</summary>
    public string? Data { get; init; }

    public string? Id { get; init; }

    public string? Name { get; init; }

    public JsonElement Input { get; init; }
}
