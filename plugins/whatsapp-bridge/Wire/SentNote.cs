namespace OpenClaw.Channels.WhatsApp.Wire;

/// <summary>What became of a send.</summary>
internal sealed record SentNote(string? Id, long? Timestamp = null);
