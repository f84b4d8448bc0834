namespace OpenClaw.Host.Channels.Rpc;

/// <summary>Answer of <c>channels.logout</c>.</summary>
internal sealed record ChannelLoggedOut(string Channel, string AccountId, bool Cleared, bool LoggedOut);
