namespace OpenClaw.Protocol.Devices;

/// <summary>Answer of <c>device.token.rotate</c>. Its text form never shows the token.</summary>
public sealed record DeviceTokenRotateResult
{
    /// <summary>The device.</summary>
    public required string DeviceId { get; init; }

    /// <summary>The role.</summary>
    public required string Role { get; init; }

    /// <summary>The new token, for the device itself alone.</summary>
    public string? Token { get; init; }

    /// <summary>The scopes of the new token.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>When it was issued.</summary>
    public required long RotatedAtMs { get; init; }

    /// <summary>in-band, or withheld-cross-device; absent in protocol 3.</summary>
    public string? TokenDelivery { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{nameof(DeviceTokenRotateResult)} {{ DeviceId = {DeviceId}, Role = {Role} }}";
}
