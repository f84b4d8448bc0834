namespace OpenClaw.Host.Channels.Inbox.Rpc;

/// <summary>Answer of <c>inbox.retry</c> and <c>inbox.drop</c>: the message as it is now.</summary>
internal sealed record InboxItemResult(bool Ok, InboxItem Item);
