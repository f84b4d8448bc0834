using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Host.Channels.Messages;

/// <summary>Parameters of <c>poll</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record PollParams
{
    [NonEmpty]
    public required string To { get; init; }

    [NonEmpty]
    public required string Question { get; init; }

    [Length(2, 12)]
    [EachLength(1, int.MaxValue)]
    public required IReadOnlyList<string> Options { get; init; }

    [Range(1, 12)]
    public long? MaxSelections { get; init; }

    [Range(1, 604_800)]
    public long? DurationSeconds { get; init; }

    [Range(1, GatewayLimits.MaxSafeInteger)]
    public long? DurationHours { get; init; }

    public bool? Silent { get; init; }

    public bool? IsAnonymous { get; init; }

    public string? ThreadId { get; init; }

    public string? Channel { get; init; }

    public string? AccountId { get; init; }

    [NonEmpty]
    public required string IdempotencyKey { get; init; }
}
