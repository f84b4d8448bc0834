namespace OpenClaw.Protocol.Devices;

/// <summary>A device that waits to be approved; also the payload of <c>device.pair.requested</c>.</summary>
public sealed record PendingDevice
{
    /// <summary>The request to approve or reject.</summary>
    public required string RequestId { get; init; }

    /// <summary>The device.</summary>
    public required string DeviceId { get; init; }

    /// <summary>Its raw Ed25519 key, base64url.</summary>
    public required string PublicKey { get; init; }

    /// <summary>What the client calls itself.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The operating system.</summary>
    public string? Platform { get; init; }

    /// <summary>The kind of device.</summary>
    public string? DeviceFamily { get; init; }

    /// <summary>The client that asked.</summary>
    public string? ClientId { get; init; }

    /// <summary>The mode of that client.</summary>
    public string? ClientMode { get; init; }

    /// <summary>The role asked for last.</summary>
    public required string Role { get; init; }

    /// <summary>Every role asked for.</summary>
    public required IReadOnlyList<string> Roles { get; init; }

    /// <summary>Every scope asked for.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>Where the request came from, when that is another machine.</summary>
    public string? RemoteIp { get; init; }

    /// <summary>True for requests that approve themselves.</summary>
    public required bool Silent { get; init; }

    /// <summary>True when the device is paired already and asks for more.</summary>
    public required bool IsRepair { get; init; }

    /// <summary>When the request was made.</summary>
    public required long Ts { get; init; }
}
