namespace OpenClaw.Host.Channels.Inbox.Rpc;

/// <summary>Answer of <c>inbox.list</c>: the newest first.</summary>
/// <param name="Items">A page of messages.</param>
/// <param name="Counts">How many wait, and how many failed.</param>
/// <param name="NextCursor">Asks for the page after this one; absent on the last.</param>
internal sealed record InboxListResult(IReadOnlyList<InboxItem> Items, InboxCounts Counts, long? NextCursor);
