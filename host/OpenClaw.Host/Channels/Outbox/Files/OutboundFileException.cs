namespace OpenClaw.Host.Channels.Outbox.Files;

/// <summary>A file cannot be sent. The text may be shown and names no path.</summary>
internal sealed class OutboundFileException(string message) : Exception(message);
