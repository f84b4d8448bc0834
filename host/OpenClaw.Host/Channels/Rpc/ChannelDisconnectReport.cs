namespace OpenClaw.Host.Channels.Rpc;

/// <summary>How a connection last ended. The time is in milliseconds since 1970.</summary>
internal sealed record ChannelDisconnectReport(long At, int? Status, string? Error, bool LoggedOut);
