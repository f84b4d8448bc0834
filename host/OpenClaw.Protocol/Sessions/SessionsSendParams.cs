using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Chat;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Sessions;

/// <summary>Parameters of <c>sessions.send</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SessionsSendParams
{
    /// <summary>The session.</summary>
    [NonEmpty]
    public required string Key { get; init; }

    /// <summary>The agent of the session.</summary>
    [NonEmpty]
    public string? AgentId { get; init; }

    /// <summary>What the person wrote.</summary>
    public required string Message { get; init; }

    /// <summary>People named in the message.</summary>
    [Length(0, 10)]
    public IReadOnlyList<ChatMention>? Mentions { get; init; }

    /// <summary>Thinking level for this run.</summary>
    public string? Thinking { get; init; }

    /// <summary>Files.</summary>
    public IReadOnlyList<ChatAttachment>? Attachments { get; init; }

    /// <summary>Longest run.</summary>
    [Range(0, GatewayLimits.MaxSafeInteger)]
    public long? TimeoutMs { get; init; }

    /// <summary>Names the run; one is made when absent.</summary>
    [NonEmpty]
    public string? IdempotencyKey { get; init; }
}
