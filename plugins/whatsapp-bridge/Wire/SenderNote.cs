namespace OpenClaw.Channels.WhatsApp.Wire;

/// <summary>Who wrote.</summary>
/// <param name="Jid">The address as it came.</param>
/// <param name="Lid">The hidden address, where known.</param>
/// <param name="Phone">The digits of the phone number, where known.</param>
/// <param name="Name">The name they chose.</param>
internal sealed record SenderNote(string? Jid, string? Lid = null, string? Phone = null, string? Name = null);
