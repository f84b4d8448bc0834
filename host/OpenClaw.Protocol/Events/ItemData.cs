using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Events;

/// <summary>Data of the item stream.</summary>
public sealed record ItemData
{
    /// <summary>The item.</summary>
    public required string ItemId { get; init; }

    /// <summary>start or end.</summary>
    public required string Phase { get; init; }

    /// <summary>tool, …</summary>
    public required string Kind { get; init; }

    /// <summary>The tool.</summary>
    public string? Name { get; init; }

    /// <summary>The call.</summary>
    public string? ToolCallId { get; init; }

    /// <summary>Name to show.</summary>
    public string? Title { get; init; }

    /// <summary>running, completed, failed, blocked, …</summary>
    public string? Status { get; init; }

    /// <summary>When it started.</summary>
    public long? StartedAt { get; init; }

    /// <summary>When it ended.</summary>
    public long? EndedAt { get; init; }

    /// <summary>What went wrong.</summary>
    public string? Error { get; init; }

    /// <summary>Members this library does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
