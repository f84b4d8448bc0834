namespace OpenClaw.Host.Channels.Rpc;

/// <summary>How a channel is called.</summary>
internal sealed record ChannelMeta(string Id, string Label, string DetailLabel);
