using System.Text.Json;

namespace OpenClaw.Protocol.Devices;

/// <summary>A device that has been approved. Its tokens are listed without their values.</summary>
public sealed record PairedDevice
{
    /// <summary>The device.</summary>
    public required string DeviceId { get; init; }

    /// <summary>Its raw Ed25519 key, base64url.</summary>
    public required string PublicKey { get; init; }

    /// <summary>What the client calls itself.</summary>
    public string? DisplayName { get; init; }

    /// <summary>What the owner calls it.</summary>
    public string? Label { get; init; }

    /// <summary>The operating system.</summary>
    public string? Platform { get; init; }

    /// <summary>The kind of device.</summary>
    public string? DeviceFamily { get; init; }

    /// <summary>The client that asked.</summary>
    public string? ClientId { get; init; }

    /// <summary>The mode of that client.</summary>
    public string? ClientMode { get; init; }

    /// <summary>The role approved last.</summary>
    public required string Role { get; init; }

    /// <summary>Every approved role.</summary>
    public required IReadOnlyList<string> Roles { get; init; }

    /// <summary>Every approved scope.</summary>
    public IReadOnlyList<string>? Scopes { get; init; }

    /// <summary>Where the device was when it was approved.</summary>
    public string? RemoteIp { get; init; }

    /// <summary>How it was approved: silent, owner, bootstrap, trusted-cidr, …</summary>
    public string? ApprovedVia { get; init; }

    /// <summary>The commands of a node that wait to be approved.</summary>
    public JsonElement? PendingNodeSurface { get; init; }

    /// <summary>When the device was first approved.</summary>
    public required long CreatedAtMs { get; init; }

    /// <summary>When it was approved last.</summary>
    public required long ApprovedAtMs { get; init; }

    /// <summary>Its last sign of life.</summary>
    public long? LastSeenAtMs { get; init; }

    /// <summary>What that sign was.</summary>
    public string? LastSeenReason { get; init; }

    /// <summary>Whether it has a connection now.</summary>
    public bool? Connected { get; init; }

    /// <summary>Its tokens.</summary>
    public required IReadOnlyList<DeviceTokenSummary> Tokens { get; init; }
}
