namespace OpenClaw.Host.Channels.Rpc;

/// <summary>Answer of <c>channels.stop</c>.</summary>
internal sealed record ChannelStopped(string Channel, string AccountId, bool Stopped);
