namespace OpenClaw.Protocol.Devices;

/// <summary>Answer of <c>device.pair.reject</c>.</summary>
public sealed record DevicePairRejectResult
{
    /// <summary>The request.</summary>
    public required string RequestId { get; init; }

    /// <summary>The device that was turned away.</summary>
    public required string DeviceId { get; init; }
}
