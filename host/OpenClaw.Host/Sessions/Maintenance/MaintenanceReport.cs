namespace OpenClaw.Host.Sessions.Maintenance;

/// <summary>What one pass has done, or would do.</summary>
internal sealed record MaintenanceReport
{
    public bool Ok { get; init; } = true;

    /// <summary><c>enforce</c> or <c>warn</c>, as configured.</summary>
    public required string Mode { get; init; }

    public bool DryRun { get; init; }

    /// <summary>Whether anything was removed by this pass or could have been.</summary>
    public bool Applied { get; init; }

    public long BeforeCount { get; init; }

    public long AfterCount { get; init; }

    /// <summary>Sessions that were not used for too long.</summary>
    public long Pruned { get; init; }

    /// <summary>Sessions that were too many.</summary>
    public long Capped { get; init; }

    /// <summary>Sessions that took too much room.</summary>
    public long Evicted { get; init; }

    /// <summary>Transcripts without a session that were dropped.</summary>
    public long Archives { get; init; }

    /// <summary>Bytes in use; the file keeps its size and fills the gaps first.</summary>
    public long BytesBefore { get; init; }

    public long BytesAfter { get; init; }

    public bool IsNothing => Pruned + Capped + Evicted + Archives == 0;
}
