namespace OpenClaw.Channels.WhatsApp.Wire;

/// <summary>A text to show as a QR code.</summary>
internal sealed record QrNote(string? Qr, long Generation);
