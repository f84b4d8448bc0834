using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Host.Plugins.Packages.Rpc;

/// <summary>Says that somebody has seen a review.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record AcknowledgedCapabilities
{
    [NonEmpty]
    public required string ReviewToken { get; init; }
}
