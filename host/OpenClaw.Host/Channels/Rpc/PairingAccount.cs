namespace OpenClaw.Host.Channels.Rpc;

/// <summary>An account whose strangers may ask to be let in.</summary>
internal sealed record PairingAccount(string Channel, string ChannelLabel, string AccountId, bool NotifySupported);
