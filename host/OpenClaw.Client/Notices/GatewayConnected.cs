using OpenClaw.Protocol.Connect;

namespace OpenClaw.Client.Notices;

/// <summary>A connection was made again after a loss.</summary>
/// <param name="Hello">What the gateway said.</param>
public sealed record GatewayConnected(HelloOk Hello) : GatewayNotice;
