namespace OpenClaw.Host.Channels.Rpc;

/// <summary>Answer of <c>channels.pairing.dismiss</c>.</summary>
internal sealed record PairingDismissResult(string RequestId, string SenderId);
