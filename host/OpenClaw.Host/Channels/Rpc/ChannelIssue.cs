namespace OpenClaw.Host.Channels.Rpc;

/// <summary>Something a person has to know about an account.</summary>
internal sealed record ChannelIssue(string Channel, string AccountId, string Kind, string Message);
