using OpenClaw.Protocol.Connect;

namespace OpenClaw.Host.Gateway.Handshake;

/// <summary>An accepted connect request that still waits for its <c>hello-ok</c>.</summary>
internal sealed record HandshakeResult(string RequestId, ConnectParams Connect, ConnectGrant Grant, int Protocol);
