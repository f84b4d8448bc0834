namespace OpenClaw.Channels.WhatsApp.Wire;

/// <summary>A code to type on the phone.</summary>
internal sealed record CodeNote(string? Code);
