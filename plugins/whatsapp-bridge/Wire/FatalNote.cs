namespace OpenClaw.Channels.WhatsApp.Wire;

/// <summary>The bridge is about to end.</summary>
internal sealed record FatalNote(string? Message);
