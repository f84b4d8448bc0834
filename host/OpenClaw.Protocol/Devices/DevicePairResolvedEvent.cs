namespace OpenClaw.Protocol.Devices;

/// <summary>Payload of <c>device.pair.resolved</c>.</summary>
public sealed record DevicePairResolvedEvent
{
    /// <summary>The request.</summary>
    public required string RequestId { get; init; }

    /// <summary>The device.</summary>
    public required string DeviceId { get; init; }

    /// <summary>approved or rejected.</summary>
    public required string Decision { get; init; }

    /// <summary>When.</summary>
    public required long Ts { get; init; }
}
