using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Host.Channels.Messages;

/// <summary>Parameters of <c>send</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record SendParams
{
    [NonEmpty]
    public required string To { get; init; }

    [NonEmpty]
    public required string IdempotencyKey { get; init; }

    public string? Message { get; init; }

    public string? MediaUrl { get; init; }

    public IReadOnlyList<string>? MediaUrls { get; init; }

    public string? Buffer { get; init; }

    public string? Filename { get; init; }

    public string? ContentType { get; init; }

    public bool? AsVoice { get; init; }

    public bool? GifPlayback { get; init; }

    public string? Channel { get; init; }

    public string? AccountId { get; init; }

    public string? AgentId { get; init; }

    public string? ReplyToId { get; init; }

    public string? ThreadId { get; init; }

    public bool? ForceDocument { get; init; }

    public bool? Silent { get; init; }

    [AllowedValues("HTML")]
    public string? ParseMode { get; init; }

    public string? SessionKey { get; init; }
}
