namespace OpenClaw.Host.Channels.Outbox.Sending;

/// <summary>A target cannot be understood. The text is meant for the caller.</summary>
internal sealed class OutboundTargetException(string message) : Exception(message);
