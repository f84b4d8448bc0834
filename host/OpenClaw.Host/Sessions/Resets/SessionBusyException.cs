namespace OpenClaw.Host.Sessions.Resets;

/// <summary>A session cannot start over while runs of it have not ended.</summary>
internal sealed class SessionBusyException(string sessionKey) : Exception($"{sessionKey} is at work");
