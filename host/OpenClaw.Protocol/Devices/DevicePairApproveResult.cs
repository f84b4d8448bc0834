namespace OpenClaw.Protocol.Devices;

/// <summary>Answer of <c>device.pair.approve</c>.</summary>
public sealed record DevicePairApproveResult
{
    /// <summary>The request.</summary>
    public required string RequestId { get; init; }

    /// <summary>The device as approved.</summary>
    public required PairedDevice Device { get; init; }
}
