namespace OpenClaw.Host.Sessions;

/// <summary>A session key cannot be used. The text is meant for the caller and says why.</summary>
internal sealed class SessionKeyException(string message) : Exception(message);
