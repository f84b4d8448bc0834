namespace OpenClaw.Protocol.Connect;

/// <summary>A device token for one role. Its text form never shows the token.</summary>
public sealed record HelloDeviceToken
{
    /// <summary>The token.</summary>
    public required string DeviceToken { get; init; }

    /// <summary>The role it stands for.</summary>
    public required string Role { get; init; }

    /// <summary>The scopes it grants.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>When it was issued.</summary>
    public required long IssuedAtMs { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{nameof(HelloDeviceToken)} {{ Role = {Role} }}";
}
