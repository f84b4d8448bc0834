namespace OpenClaw.Host.Channels.Outbox.Health;

/// <summary>The outbox in <c>status</c> and <c>health</c>: messages by state, and a warning where somebody has to decide.</summary>
internal sealed record OutboxReport
{
    public required long Queued { get; init; }

    public required long Attempting { get; init; }

    public required long Failed { get; init; }

    public required long Expired { get; init; }

    public required long Unknown { get; init; }

    public string? Warning { get; init; }

    /// <summary>Null when nothing waits and nothing is dead.</summary>
    public static OutboxReport? Of(IReadOnlyDictionary<OutboxState, long> counts)
    {
        var report = new OutboxReport
        {
            Queued = counts.GetValueOrDefault(OutboxState.Queued),
            Attempting = counts.GetValueOrDefault(OutboxState.Attempting),
            Failed = counts.GetValueOrDefault(OutboxState.Failed),
            Expired = counts.GetValueOrDefault(OutboxState.Expired),
            Unknown = counts.GetValueOrDefault(OutboxState.Unknown),
        };
        var dead = report.Failed + report.Expired + report.Unknown;
        if (dead + report.Queued + report.Attempting == 0)
            return null;
        return dead == 0
            ? report
            : report with { Warning = $"{dead} messages were not sent, or nobody knows ({report.Unknown} unknown); see: openclaw outbox list" };
    }
}
