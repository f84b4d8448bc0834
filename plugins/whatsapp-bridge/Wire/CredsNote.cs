namespace OpenClaw.Channels.WhatsApp.Wire;

/// <summary>Credentials were written.</summary>
internal sealed record CredsNote(bool Linked, AccountNote? Me = null);
