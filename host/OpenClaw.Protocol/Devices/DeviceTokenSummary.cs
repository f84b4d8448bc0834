namespace OpenClaw.Protocol.Devices;

/// <summary>What is told of a device token: everything but the token.</summary>
public sealed record DeviceTokenSummary
{
    /// <summary>The role it stands for.</summary>
    public required string Role { get; init; }

    /// <summary>The scopes it grants.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>When the first one for this role was issued.</summary>
    public required long CreatedAtMs { get; init; }

    /// <summary>When it was replaced last.</summary>
    public long? RotatedAtMs { get; init; }

    /// <summary>When it was taken back.</summary>
    public long? RevokedAtMs { get; init; }

    /// <summary>When it was used last.</summary>
    public long? LastUsedAtMs { get; init; }
}
