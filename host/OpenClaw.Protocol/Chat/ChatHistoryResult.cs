using System.Text.Json;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Sessions;

namespace OpenClaw.Protocol.Chat;

/// <summary>Answer to <c>chat.history</c>, oldest message first.</summary>
public sealed record ChatHistoryResult
{
    /// <summary>The key as it was asked for.</summary>
    public required string SessionKey { get; init; }

    /// <summary>Absent for a session without messages.</summary>
    public string? SessionId { get; init; }

    /// <summary>The page.</summary>
    public required IReadOnlyList<TranscriptMessage> Messages { get; init; }

    /// <summary>Messages that wait for the run before them.</summary>
    public PendingInputs? PendingInputs { get; init; }

    /// <summary>Pass back to get only what is new.</summary>
    public string? DeltaCursor { get; init; }

    /// <summary>True when older messages exist.</summary>
    public bool? HasMore { get; init; }

    /// <summary>Offset of the next page.</summary>
    public long? NextOffset { get; init; }

    /// <summary>Messages of the session.</summary>
    public long? TotalMessages { get; init; }

    /// <summary>Model settings of a new session.</summary>
    public SessionModelDefaults? Defaults { get; init; }

    /// <summary>The session.</summary>
    public SessionRow? SessionInfo { get; init; }

    /// <summary>The run that goes on.</summary>
    public InFlightRun? InFlightRun { get; init; }

    /// <summary>Thinking level of the session.</summary>
    public string? ThinkingLevel { get; init; }

    /// <summary>Members this library does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
