namespace OpenClaw.Host.Channels.Rpc;

/// <summary>How a channel is doing as a whole.</summary>
internal sealed record ChannelSummary(bool Configured, bool Running);
