using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Chat;

/// <summary>Parameters of <c>chat.startup</c>: those of <c>chat.history</c>, with the session left to the gateway if need be.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ChatStartupParams
{
    /// <summary>The session; the main one when absent.</summary>
    [NonEmpty]
    public string? SessionKey { get; init; }

    /// <summary>The agent of the session.</summary>
    [NonEmpty]
    public string? AgentId { get; init; }

    /// <summary>Asks only for what is new since then.</summary>
    public string? Cursor { get; init; }

    /// <summary>Most messages.</summary>
    [Range(1, 1000)]
    public long? Limit { get; init; }

    /// <summary>Most bytes.</summary>
    [Range(1024, GatewayLimits.MaxSafeInteger)]
    public long? MaxBytes { get; init; }

    /// <summary>Newest messages to leave out.</summary>
    [Range(0, GatewayLimits.MaxSafeInteger)]
    public long? Offset { get; init; }

    /// <summary>Pending inputs before this one.</summary>
    [Range(1, GatewayLimits.MaxSafeInteger)]
    public long? PendingBefore { get; init; }

    /// <summary>Runs whose inputs are asked for.</summary>
    [Length(1, 50)]
    [EachLength(1, 256)]
    public IReadOnlyList<string>? InputRunIds { get; init; }

    /// <summary>A message that must be in the page.</summary>
    [NonEmpty]
    public string? MessageId { get; init; }

    /// <summary>An older session of the same key.</summary>
    [NonEmpty]
    public string? SessionId { get; init; }

    /// <summary>Longest text of one message.</summary>
    [Range(1, 500000)]
    public long? MaxChars { get; init; }

    /// <summary>The beginning of a session id.</summary>
    [NonEmpty]
    public string? ShortId { get; init; }

    /// <summary>Helps where a short id fits several sessions.</summary>
    [NonEmpty]
    public string? SlugHint { get; init; }
}
