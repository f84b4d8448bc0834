namespace OpenClaw.Content;

/// <summary>Plain text or Markdown.</summary>
/// <param name="Text">The text.</param>
public sealed record TextPart(string Text) : MessagePart;
