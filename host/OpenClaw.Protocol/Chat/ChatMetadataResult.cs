using System.Text.Json;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Models;

namespace OpenClaw.Protocol.Chat;

/// <summary>Answer to <c>chat.metadata</c>.</summary>
public sealed record ChatMetadataResult
{
    /// <summary>Models that can be chosen.</summary>
    public required IReadOnlyList<ModelEntry> Models { get; init; }

    /// <summary>Commands that can be written.</summary>
    public required IReadOnlyList<ChatCommandEntry> Commands { get; init; }

    /// <summary>True when agents can work in swarms.</summary>
    public bool? SwarmEnabled { get; init; }

    /// <summary>How the account of a model is found.</summary>
    public JsonElement? AccountSelection { get; init; }

    /// <summary>True when the runtime cannot be chosen.</summary>
    public bool? RuntimeSelectionLocked { get; init; }

    /// <summary>Members this library does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
