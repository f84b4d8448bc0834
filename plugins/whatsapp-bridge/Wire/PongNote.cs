namespace OpenClaw.Channels.WhatsApp.Wire;

/// <summary>The bridge lives.</summary>
/// <param name="Pong">Whether it does.</param>
/// <param name="IdleMs">How long ago WhatsApp last sent anything, while a connection is open.</param>
internal sealed record PongNote(bool Pong, long? IdleMs = null);
