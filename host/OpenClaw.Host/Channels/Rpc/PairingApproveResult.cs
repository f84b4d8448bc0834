namespace OpenClaw.Host.Channels.Rpc;

/// <summary>Answer of <c>channels.pairing.approve</c>.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="SenderId">Who was let in.</param>
/// <param name="Notification">What became of the wish to tell the sender.</param>
/// <param name="CommandOwnerBootstrap">What became of the wish to make the sender an owner.</param>
internal sealed record PairingApproveResult(string RequestId, string SenderId, string Notification, string CommandOwnerBootstrap);
