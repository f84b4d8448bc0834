namespace OpenClaw.Host.Channels.Outbox.Rpc;

/// <summary>Answer of <c>outbox.retry</c> and <c>outbox.drop</c>: the message as it is now.</summary>
internal sealed record OutboxItemResult(bool Ok, OutboxItem Item);
