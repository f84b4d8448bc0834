namespace OpenClaw.Host.Channels.Outbox.Sending;

/// <summary>Answer of <c>send</c>.</summary>
/// <param name="RunId">The idempotency key.</param>
/// <param name="MessageId">The platform's id of the last message.</param>
/// <param name="Channel">The channel.</param>
/// <param name="ChatId">The chat it went to.</param>
internal sealed record SendReceipt(string RunId, string? MessageId, string Channel, string ChatId);
