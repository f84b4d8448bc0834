using OpenClaw.Protocol.Devices;

namespace OpenClaw.Host.Security.Pairing;

/// <summary>A stored token of one device and role. The token itself follows from the salt.</summary>
internal sealed record DeviceTokenRecord
{
    public required string Role { get; init; }

    public required byte[] Salt { get; init; }

    public required IReadOnlyList<string> Scopes { get; init; }

    public required long CreatedAt { get; init; }

    public long? RotatedAt { get; init; }

    public long? RevokedAt { get; init; }

    public long? LastUsedAt { get; init; }

    /// <summary>True once somebody cut its scopes below what the device is approved for; only a person widens it again.</summary>
    public bool IsNarrowed { get; init; }

    public bool IsActive => RevokedAt is null;

    /// <summary>When the token in force was made.</summary>
    public long IssuedAt => RotatedAt ?? CreatedAt;

    /// <summary>True while the device has this very token: neither replaced nor taken back.</summary>
    public bool IsStillOf(DeviceRecord? device) => device?.ActiveToken(Role) is { } current && current.Salt.AsSpan().SequenceEqual(Salt);

    public DeviceTokenSummary Summarize() => new()
    {
        Role = Role,
        Scopes = Scopes,
        CreatedAtMs = CreatedAt,
        RotatedAtMs = RotatedAt,
        RevokedAtMs = RevokedAt,
        LastUsedAtMs = LastUsedAt,
    };
}
