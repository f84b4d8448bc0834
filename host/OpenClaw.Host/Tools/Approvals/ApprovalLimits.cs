namespace OpenClaw.Host.Tools.Approvals;

/// <summary>Bounds of approvals.</summary>
internal sealed record ApprovalLimits
{
    /// <summary>Requests that wait at a time.</summary>
    public int MaxPending { get; init; } = 256;

    /// <summary>Requests of one connection, or of all connections of one device, that wait at a time.</summary>
    public int MaxPendingPerConnection { get; init; } = 32;

    /// <summary>Bytes of one request.</summary>
    public int MaxRequestBytes { get; init; } = 65_536;

    public TimeSpan DefaultTimeout { get; init; } = TimeSpan.FromMinutes(2);

    public TimeSpan MaxTimeout { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Ended requests that still answer for their id.</summary>
    public int KeptEnded { get; init; } = 2_000;
}
