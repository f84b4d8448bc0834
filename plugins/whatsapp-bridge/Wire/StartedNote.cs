namespace OpenClaw.Channels.WhatsApp.Wire;

/// <summary>A connection was begun; events of an older one have a smaller number.</summary>
internal sealed record StartedNote(long Generation);
