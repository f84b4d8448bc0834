using OpenClaw.Protocol.Devices;

namespace OpenClaw.Host.Security.Pairing;

/// <summary>What became of a device: let in, or what it has to be approved for.</summary>
internal sealed record AdmissionOutcome
{
    /// <summary>Set when the device is let in.</summary>
    public AdmittedDevice? Device { get; init; }

    /// <summary>Tokens for further roles, handed out with a setup code.</summary>
    public IReadOnlyList<AdmittedDevice> OtherTokens { get; init; } = [];

    public PairingNeed Need { get; init; }

    /// <summary>The request that waits; null when there was no room for it.</summary>
    public PendingDevice? Pending { get; init; }

    /// <summary>What the device is approved for already.</summary>
    public DeviceRecord? Known { get; init; }

    /// <summary>Another device was quicker to use the setup code.</summary>
    public bool SetupWasUsed { get; init; }

    /// <summary>The device's token was replaced or taken back after it had been found good.</summary>
    public bool TokenWasReplaced { get; init; }
}
