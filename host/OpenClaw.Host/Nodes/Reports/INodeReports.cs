namespace OpenClaw.Host.Nodes.Reports;

/// <summary>Acts on reports of nodes. Rooms above this one bring their own.</summary>
internal interface INodeReports
{
    /// <summary>The events it takes. No two take the same.</summary>
    IReadOnlyCollection<string> Names { get; }

    /// <summary>Whether a node may be heard whose commands nobody has approved.</summary>
    bool TakesFromAll => false;

    ValueTask<ReportOutcome> TakeAsync(NodeReport report, CancellationToken cancellationToken);
}
