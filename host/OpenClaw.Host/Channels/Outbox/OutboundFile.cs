namespace OpenClaw.Host.Channels.Outbox;

/// <summary>A file that goes with a message. Its bytes are in the row, so that a restart still has them.</summary>
internal sealed record OutboundFile(string MediaType, string? FileName, byte[] Data);
