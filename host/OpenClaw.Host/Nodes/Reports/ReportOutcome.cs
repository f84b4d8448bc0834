namespace OpenClaw.Host.Nodes.Reports;

/// <summary>What became of a report.</summary>
internal readonly record struct ReportOutcome(bool Handled, string Reason)
{
    public static ReportOutcome Unsupported { get; } = Not("unsupported_event");

    public static ReportOutcome Invalid { get; } = Not("invalid_payload");

    /// <summary>The node's commands wait for approval; until then it starts nothing here either.</summary>
    public static ReportOutcome Unapproved { get; } = Not("not_approved");

    public static ReportOutcome Stale { get; } = Not("stale_connection");

    public static ReportOutcome Done(string reason) => new(true, reason);

    public static ReportOutcome Not(string reason) => new(false, reason);
}
