namespace OpenClaw.Channels;

/// <summary>A button below a message.</summary>
/// <param name="Label">What it says.</param>
/// <param name="Data">What comes back as an inbound message when it is pressed; 64 bytes of UTF-8 at most.</param>
public sealed record MessageButton(string Label, string Data);
