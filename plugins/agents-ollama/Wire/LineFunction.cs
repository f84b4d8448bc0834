using System.Text.Json;

namespace OpenClaw.Agents.Ollama.Wire;

/// <summary>What is called.</summary>
internal sealed record LineFunction
{
    public string? Name { get; init; }

    public JsonElement Arguments { get; init; }
}
