namespace OpenClaw.Protocol.Devices;

/// <summary>Answer of <c>device.pair.remove</c>.</summary>
public sealed record DevicePairRemoveResult
{
    /// <summary>The device.</summary>
    public required string DeviceId { get; init; }
}
