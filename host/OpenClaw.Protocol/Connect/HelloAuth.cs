namespace OpenClaw.Protocol.Connect;

/// <summary>What a socket was granted. Its text form never shows tokens.</summary>
public sealed record HelloAuth
{
    /// <summary>How the caller proved itself: none, token, password, device-token, …</summary>
    public string? Method { get; init; }

    /// <summary>The granted role.</summary>
    public required string Role { get; init; }

    /// <summary>The granted scopes.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>A token this device may use from now on.</summary>
    public string? DeviceToken { get; init; }

    /// <summary>When that token was issued.</summary>
    public long? IssuedAtMs { get; init; }

    /// <summary>Tokens for further roles.</summary>
    public IReadOnlyList<HelloDeviceToken>? DeviceTokens { get; init; }

    /// <summary>Opaque key under which a client may keep drafts.</summary>
    public string? RecoveryScope { get; init; }

    /// <summary>True when older drafts may move to that key.</summary>
    public bool? RecoveryMigrationAllowed { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{nameof(HelloAuth)} {{ Method = {Method}, Role = {Role} }}";
}
