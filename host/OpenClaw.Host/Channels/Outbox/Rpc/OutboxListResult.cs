namespace OpenClaw.Host.Channels.Outbox.Rpc;

/// <summary>Answer of <c>outbox.list</c>: the newest first.</summary>
/// <param name="Items">A page of messages.</param>
/// <param name="Counts">How many there are in each state that occurs, but for those sent or dropped.</param>
/// <param name="NextCursor">Asks for the page after this one; absent on the last.</param>
internal sealed record OutboxListResult(IReadOnlyList<OutboxItem> Items, IReadOnlyDictionary<string, long> Counts, long? NextCursor);
