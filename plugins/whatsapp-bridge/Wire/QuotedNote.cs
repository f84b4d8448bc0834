namespace OpenClaw.Channels.WhatsApp.Wire;

/// <summary>The message that another one answers.</summary>
internal sealed record QuotedNote(string? Id, string? Sender = null, string? Text = null, bool FromMe = false, string? Phone = null);
