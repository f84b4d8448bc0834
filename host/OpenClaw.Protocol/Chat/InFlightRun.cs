using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Chat;

/// <summary>A run that goes on.</summary>
public sealed record InFlightRun
{
    /// <summary>The run.</summary>
    public required string RunId { get; init; }

    /// <summary>What the agent said so far.</summary>
    public required string Text { get; init; }

    /// <summary>When it started.</summary>
    public required long StartedAt { get; init; }

    /// <summary>Steps the agent announced.</summary>
    public JsonElement? Plan { get; init; }

    /// <summary>Members this library does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
