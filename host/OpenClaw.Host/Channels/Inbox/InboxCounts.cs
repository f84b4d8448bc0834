namespace OpenClaw.Host.Channels.Inbox;

/// <summary>How much of the inbox is of concern.</summary>
/// <param name="Waiting">Messages that nobody has looked at.</param>
/// <param name="Failed">Messages that could not be handled.</param>
internal sealed record InboxCounts(long Waiting, long Failed);
