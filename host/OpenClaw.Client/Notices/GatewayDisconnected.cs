namespace OpenClaw.Client.Notices;

/// <summary>The connection was lost.</summary>
/// <param name="CloseCode">The close code, when one was sent by either side.</param>
/// <param name="CloseReason">The text that came with it.</param>
public sealed record GatewayDisconnected(int? CloseCode, string? CloseReason) : GatewayNotice;
