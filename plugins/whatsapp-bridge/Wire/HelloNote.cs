namespace OpenClaw.Channels.WhatsApp.Wire;

/// <summary>The first thing a bridge says.</summary>
internal sealed record HelloNote(int Protocol, string? Node, string? Baileys, int Pid);
