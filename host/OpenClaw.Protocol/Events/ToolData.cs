using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Events;

/// <summary>Data of the tool stream.</summary>
public sealed record ToolData
{
    /// <summary>start, update or result.</summary>
    public required string Phase { get; init; }

    /// <summary>The tool.</summary>
    public required string Name { get; init; }

    /// <summary>The call.</summary>
    public required string ToolCallId { get; init; }

    /// <summary>Arguments, at the start.</summary>
    public JsonElement? Args { get; init; }

    /// <summary>True when it failed.</summary>
    public bool? IsError { get; init; }

    /// <summary>What it gave.</summary>
    public JsonElement? Result { get; init; }

    /// <summary>Members this library does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
