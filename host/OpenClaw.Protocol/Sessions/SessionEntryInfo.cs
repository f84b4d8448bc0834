using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Sessions;

/// <summary>A session as it is stored.</summary>
public sealed record SessionEntryInfo
{
    /// <summary>The current transcript.</summary>
    public required string SessionId { get; init; }

    /// <summary>Changes when the session starts over.</summary>
    public required string LifecycleRevision { get; init; }

    /// <summary>When it last changed.</summary>
    public required long UpdatedAt { get; init; }

    /// <summary>When the current transcript began.</summary>
    public long? SessionStartedAt { get; init; }

    /// <summary>Folder of its agent.</summary>
    public string? SessionRoot { get; init; }

    /// <summary>Name given by a person.</summary>
    public string? Label { get; init; }

    /// <summary>Name to show.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Where answers go beside the clients.</summary>
    public SessionDelivery? Delivery { get; init; }

    /// <summary>What created it.</summary>
    public string? CreatedVia { get; init; }

    /// <summary>When it was created.</summary>
    public long? CreatedAt { get; init; }

    /// <summary>How deep it lies below the session of a person.</summary>
    public long? SpawnDepth { get; init; }

    /// <summary>Who chose the model: default or user.</summary>
    public string? ModelOverrideSource { get; init; }

    /// <summary>The session it comes from.</summary>
    public string? ParentSessionKey { get; init; }

    /// <summary>Thinking level.</summary>
    public string? ThinkingLevel { get; init; }

    /// <summary>direct, group, …</summary>
    public string? ChatType { get; init; }

    /// <summary>True when the system prompt was sent.</summary>
    public bool? SystemSent { get; init; }

    /// <summary>True when the last run was stopped.</summary>
    public bool? AbortedLastRun { get; init; }

    /// <summary>How often it was shortened.</summary>
    public long? CompactionCount { get; init; }

    /// <summary>Tokens read.</summary>
    public long? InputTokens { get; init; }

    /// <summary>Tokens written.</summary>
    public long? OutputTokens { get; init; }

    /// <summary>Tokens in the context.</summary>
    public long? TotalTokens { get; init; }

    /// <summary>True when that count is current.</summary>
    public bool? TotalTokensFresh { get; init; }

    /// <summary>When a person last wrote.</summary>
    public long? LastInteractionAt { get; init; }

    /// <summary>Provider.</summary>
    public string? ModelProvider { get; init; }

    /// <summary>Model.</summary>
    public string? Model { get; init; }

    /// <summary>Members this library does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
