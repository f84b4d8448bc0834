using System.Text.Json;

namespace OpenClaw.Channels.Discord.Wire;

/// <summary>What was written behind a command.</summary>
internal sealed record InteractionOption
{
    public string? Name { get; init; }

    public JsonElement Value { get; init; }
}
