using System.Text.Json;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Sessions;

/// <summary>One session.</summary>
public sealed record SessionRow
{
    /// <summary>Canonical key.</summary>
    public required string Key { get; init; }

    /// <summary>direct, group, global or unknown.</summary>
    public required string Kind { get; init; }

    /// <summary>The current transcript.</summary>
    public string? SessionId { get; init; }

    /// <summary>The agent.</summary>
    public string? AgentId { get; init; }

    /// <summary>Name given by a person.</summary>
    public string? Label { get; init; }

    /// <summary>Name to show.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Title made from the first message.</summary>
    public string? DerivedTitle { get; init; }

    /// <summary>Beginning of the last message.</summary>
    public string? LastMessagePreview { get; init; }

    /// <summary>Channel.</summary>
    public string? Channel { get; init; }

    /// <summary>direct, group, …</summary>
    public string? ChatType { get; init; }

    /// <summary>main, …</summary>
    public string? Classification { get; init; }

    /// <summary>True for the main session of its agent.</summary>
    public bool? IsMain { get; init; }

    /// <summary>True for internal work.</summary>
    public bool? IsBackground { get; init; }

    /// <summary>When it was created.</summary>
    public long? CreatedAt { get; init; }

    /// <summary>What created it.</summary>
    public string? CreatedVia { get; init; }

    /// <summary>When it last changed; null before the first message.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public long? UpdatedAt { get; init; }

    /// <summary>When something last ran.</summary>
    public long? LastActivityAt { get; init; }

    /// <summary>When a person last wrote.</summary>
    public long? LastInteractionAt { get; init; }

    /// <summary>Put away.</summary>
    public bool? Archived { get; init; }

    /// <summary>Kept on top.</summary>
    public bool? Pinned { get; init; }

    /// <summary>Has news.</summary>
    public bool? Unread { get; init; }

    /// <summary>queued, running, done, failed, killed or timeout.</summary>
    public string? Status { get; init; }

    /// <summary>Start of the last run.</summary>
    public long? StartedAt { get; init; }

    /// <summary>End of the last run.</summary>
    public long? EndedAt { get; init; }

    /// <summary>Length of the last run.</summary>
    public long? RuntimeMs { get; init; }

    /// <summary>The last run.</summary>
    public string? LastRunId { get; init; }

    /// <summary>What went wrong in it.</summary>
    public string? LastRunError { get; init; }

    /// <summary>True when it was stopped.</summary>
    public bool? AbortedLastRun { get; init; }

    /// <summary>True when the system prompt was sent.</summary>
    public bool? SystemSent { get; init; }

    /// <summary>Tokens read.</summary>
    public long? InputTokens { get; init; }

    /// <summary>Tokens written.</summary>
    public long? OutputTokens { get; init; }

    /// <summary>Tokens in the context.</summary>
    public long? TotalTokens { get; init; }

    /// <summary>True when that count is current.</summary>
    public bool? TotalTokensFresh { get; init; }

    /// <summary>Size of the context.</summary>
    public long? ContextTokens { get; init; }

    /// <summary>Price so far.</summary>
    public double? EstimatedCostUsd { get; init; }

    /// <summary>Provider.</summary>
    public string? ModelProvider { get; init; }

    /// <summary>Model.</summary>
    public string? Model { get; init; }

    /// <summary>Who chose the model.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? ModelOverrideSource { get; init; }

    /// <summary>Thinking level.</summary>
    public string? ThinkingLevel { get; init; }

    /// <summary>Thinking level without a choice.</summary>
    public string? ThinkingDefault { get; init; }

    /// <summary>Session it came from.</summary>
    public string? ParentSessionKey { get; init; }

    /// <summary>Session that started it.</summary>
    public string? SpawnedBy { get; init; }

    /// <summary>Sessions it started.</summary>
    public IReadOnlyList<string>? ChildSessions { get; init; }

    /// <summary>True while something runs.</summary>
    public bool? HasActiveRun { get; init; }

    /// <summary>The newest message, told with a history that reaches to it; <c>chat.send</c> can be bound to it.</summary>
    [JsonSchemaText("""{"type":["string","null"]}""")]
    public string? ActiveLeafEntryId { get; init; }

    /// <summary>What runs.</summary>
    public IReadOnlyList<string>? ActiveRunIds { get; init; }

    /// <summary>When the row was made.</summary>
    public long? SnapshotAt { get; init; }

    /// <summary>Who may see it.</summary>
    public string? Visibility { get; init; }

    /// <summary>People in it.</summary>
    public long? ParticipantCount { get; init; }

    /// <summary>Members this library does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
