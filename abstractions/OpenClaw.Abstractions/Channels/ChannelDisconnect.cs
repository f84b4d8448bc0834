namespace OpenClaw.Channels;

/// <summary>How a connection to a platform last ended.</summary>
/// <param name="At">When.</param>
/// <param name="Status">The platform's number for it, where it has one.</param>
/// <param name="Reason">What happened, for people; no secrets.</param>
/// <param name="LoggedOut">Whether the platform ended the login with it.</param>
public sealed record ChannelDisconnect(DateTimeOffset At, int? Status = null, string? Reason = null, bool LoggedOut = false);
