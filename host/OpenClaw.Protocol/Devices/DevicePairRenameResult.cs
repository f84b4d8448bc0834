namespace OpenClaw.Protocol.Devices;

/// <summary>Answer of <c>device.pair.rename</c>.</summary>
public sealed record DevicePairRenameResult
{
    /// <summary>The device.</summary>
    public required string DeviceId { get; init; }

    /// <summary>Its name now.</summary>
    public required string Label { get; init; }
}
