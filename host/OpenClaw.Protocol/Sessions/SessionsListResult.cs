using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Sessions;

/// <summary>Answer to <c>sessions.list</c>.</summary>
public sealed record SessionsListResult
{
    /// <summary>When the list was made.</summary>
    public required long Ts { get; init; }

    /// <summary>Where sessions are stored.</summary>
    public required string Path { get; init; }

    /// <summary>Rows of this page.</summary>
    public required long Count { get; init; }

    /// <summary>Rows of all pages; absent for protocol 3.</summary>
    public long? TotalCount { get; init; }

    /// <summary>Rows a page may have.</summary>
    public long? LimitApplied { get; init; }

    /// <summary>Offset of the next page, null for the last.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public long? NextOffset { get; init; }

    /// <summary>True when a next page exists.</summary>
    public bool? HasMore { get; init; }

    /// <summary>Owners of the rows.</summary>
    public IReadOnlyList<JsonElement>? Owners { get; init; }

    /// <summary>Model settings of a new session.</summary>
    public required SessionModelDefaults Defaults { get; init; }

    /// <summary>The rows.</summary>
    public required IReadOnlyList<SessionRow> Sessions { get; init; }

    /// <summary>Members this library does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
