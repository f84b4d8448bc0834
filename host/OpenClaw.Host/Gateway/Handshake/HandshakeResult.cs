using OpenClaw.Host.Gateway.Dialects;
using OpenClaw.Protocol.Connect;

namespace OpenClaw.Host.Gateway.Handshake;

/// <summary>An accepted connect request that still waits for its <c>hello-ok</c>.</summary>
internal sealed record HandshakeResult(string RequestId, ConnectParams Connect, ConnectGrant Grant, int Protocol)
{
    /// <summary>Set for a client that connected in the older form.</summary>
    public CommunityClient? Community { get; init; }
}
