namespace OpenClaw.Host.Channels.Inbox.Health;

/// <summary>The inbox in <c>status</c> and <c>health</c>, with a warning where somebody has to decide.</summary>
/// <param name="Waiting">Messages that nobody has looked at.</param>
/// <param name="Failed">Messages that could not be handled and are kept.</param>
/// <param name="Warning">What to do about those.</param>
internal sealed record InboxReport(long Waiting, long Failed, string? Warning)
{
    /// <summary>Null when nothing waits and nothing failed.</summary>
    public static InboxReport? Of(InboxCounts counts) => counts switch
    {
        { Waiting: 0, Failed: 0 } => null,
        { Failed: 0 } => new InboxReport(counts.Waiting, 0, null),
        _ => new InboxReport(counts.Waiting, counts.Failed, $"{counts.Failed} messages could not be handled; see: openclaw inbox list"),
    };
}
