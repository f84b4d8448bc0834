namespace OpenClaw.Channels.WhatsApp.Wire;

/// <summary>A group and who is in it.</summary>
internal sealed record GroupInfo(string? Jid, string? Subject, IReadOnlyList<GroupMember?>? Participants = null);
