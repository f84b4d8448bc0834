using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Chat;

/// <summary>Parameters of <c>chat.metadata</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ChatMetadataParams
{
    /// <summary>The agent.</summary>
    [NonEmpty]
    public string? AgentId { get; init; }

    /// <summary>Account the models are asked for.</summary>
    [Length(1, 256)]
    public string? AuthProfileId { get; init; }

    /// <summary>The session.</summary>
    [NonEmpty]
    public string? SessionKey { get; init; }
}
