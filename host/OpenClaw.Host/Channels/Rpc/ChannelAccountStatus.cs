namespace OpenClaw.Host.Channels.Rpc;

/// <summary>How an account is doing.</summary>
internal sealed record ChannelAccountStatus(string AccountId, bool Enabled, bool Configured, bool Running, bool Connected);
