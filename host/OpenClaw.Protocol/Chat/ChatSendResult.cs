using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Chat;

/// <summary>Answer to <c>chat.send</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ChatSendResult
{
    /// <summary>The run.</summary>
    [NonEmpty]
    public required string RunId { get; init; }

    /// <summary>started, in_flight for a repeat of a running one, ok for a repeat of a finished one.</summary>
    [AllowedValues("started", "in_flight", "ok")]
    public required string Status { get; init; }
}
