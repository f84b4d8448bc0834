using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Models;

/// <summary>Answer to <c>models.list</c>.</summary>
public sealed record ModelsListResult
{
    /// <summary>The models.</summary>
    public required IReadOnlyList<ModelEntry> Models { get; init; }

    /// <summary>What asking the providers gave.</summary>
    public JsonElement? ProviderOutcomes { get; init; }

    /// <summary>Members this library does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
