namespace OpenClaw.Host.Channels.Rpc;

/// <summary>Answer of <c>channels.start</c>.</summary>
internal sealed record ChannelStarted(string Channel, string AccountId, bool Started);
