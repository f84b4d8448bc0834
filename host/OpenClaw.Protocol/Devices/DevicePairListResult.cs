namespace OpenClaw.Protocol.Devices;

/// <summary>Answer of <c>device.pair.list</c>.</summary>
public sealed record DevicePairListResult
{
    /// <summary>Devices that wait.</summary>
    public required IReadOnlyList<PendingDevice> Pending { get; init; }

    /// <summary>Devices that are approved.</summary>
    public required IReadOnlyList<PairedDevice> Paired { get; init; }
}
