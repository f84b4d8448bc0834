namespace OpenClaw.Protocol.Devices;

/// <summary>A setup code that was used; also the payload of <c>device.pair.setup.completed</c>.</summary>
public sealed record DeviceSetupCompletion
{
    /// <summary>The setup.</summary>
    public required string SetupId { get; init; }

    /// <summary>The device that used it.</summary>
    public required string DeviceId { get; init; }

    /// <summary>What that device calls itself.</summary>
    public string? DeviceName { get; init; }

    /// <summary>What it was given.</summary>
    public required string Access { get; init; }

    /// <summary>When.</summary>
    public required long Ts { get; init; }
}
