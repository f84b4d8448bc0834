namespace OpenClaw.Protocol.Devices;

/// <summary>Answer of <c>device.pair.setupStatus</c>; empty while the code is unused.</summary>
public sealed record DeviceSetupStatusResult
{
    /// <summary>The device came in.</summary>
    public DeviceSetupCompletion? Completion { get; init; }

    /// <summary>The code was used, but the answer may not have reached the device.</summary>
    public DeviceSetupCompletion? DeliveryUncertain { get; init; }
}
