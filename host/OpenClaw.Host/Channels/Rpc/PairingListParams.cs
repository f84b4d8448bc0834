using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Host.Channels.Rpc;

/// <summary>Parameters of <c>channels.pairing.list</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record PairingListParams
{
    [NonEmpty]
    public string? Channel { get; init; }

    [NonEmpty]
    public string? AccountId { get; init; }

    /// <summary>Ours: whether the codes are to be told too.</summary>
    public bool? IncludeCodes { get; init; }
}
