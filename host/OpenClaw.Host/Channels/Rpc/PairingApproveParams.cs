using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Host.Channels.Rpc;

/// <summary>Parameters of <c>channels.pairing.approve</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record PairingApproveParams
{
    [NonEmpty]
    public required string Channel { get; init; }

    /// <summary>May be left out beside a code, which stands for one account.</summary>
    [NonEmpty]
    public string? AccountId { get; init; }

    [NonEmpty]
    public string? RequestId { get; init; }

    /// <summary>Ours: what the stranger was told, in place of the request.</summary>
    [NonEmpty]
    public string? Code { get; init; }

    /// <summary>Whether the sender is to be told.</summary>
    public bool? Notify { get; init; }

    /// <summary>Whether the sender becomes the owner of commands if there is none.</summary>
    public bool? BootstrapCommandOwner { get; init; }
}
