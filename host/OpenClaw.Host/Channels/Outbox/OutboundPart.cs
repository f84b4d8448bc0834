namespace OpenClaw.Host.Channels.Outbox;

/// <summary>One message of several that a row becomes: a piece of text, or a file with its caption.</summary>
/// <param name="Text">The piece, or the caption.</param>
/// <param name="File">Which file of the content; none where it is text alone.</param>
internal sealed record OutboundPart(string Text, int? File = null);
