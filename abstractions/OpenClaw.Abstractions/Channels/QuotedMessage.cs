namespace OpenClaw.Channels;

/// <summary>A message that another one refers to.</summary>
/// <param name="MessageId">The platform's id of it.</param>
/// <param name="Text">Its text, where the platform sends it along.</param>
/// <param name="Sender">Its author, where known.</param>
public sealed record QuotedMessage(string MessageId, string? Text = null, ChatUser? Sender = null);
