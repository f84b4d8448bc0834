namespace OpenClaw.Channels.WhatsApp.Wire;

/// <summary>Who the account is: its address by phone number, its hidden one, and its name.</summary>
internal sealed record AccountNote(string? Jid, string? Lid = null, string? Name = null);
