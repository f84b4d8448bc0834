namespace OpenClaw.Channels.WhatsApp.Wire;

/// <summary>Somebody in a group.</summary>
internal sealed record GroupMember(string? Jid, string? Lid = null, string? Phone = null, string? Admin = null, string? Name = null);
