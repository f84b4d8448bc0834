namespace OpenClaw.Channels.WhatsApp.Wire;

/// <summary>The group that a message was written in.</summary>
internal sealed record GroupNote(string? Jid, string? Subject = null, int? Size = null);
