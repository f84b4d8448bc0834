using System.Globalization;

namespace OpenClaw.Protocol.Connect;

/// <summary>The strings a device signs to prove its identity.</summary>
public sealed record DeviceSignaturePayload
{
    /// <summary>The device id.</summary>
    public required string DeviceId { get; init; }

    /// <summary>The client id.</summary>
    public required string ClientId { get; init; }

    /// <summary>The client mode.</summary>
    public required string ClientMode { get; init; }

    /// <summary>The effective role.</summary>
    public required string Role { get; init; }

    /// <summary>The requested scopes in their order.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>Time of the signature in milliseconds.</summary>
    public required long SignedAtMs { get; init; }

    /// <summary>The credential sent along, or nothing. A password is never part of it.</summary>
    public string Token { get; init; } = "";

    /// <summary>The nonce of the challenge.</summary>
    public string Nonce { get; init; } = "";

    /// <summary>The operating system as sent.</summary>
    public string? Platform { get; init; }

    /// <summary>The kind of device as sent.</summary>
    public string? DeviceFamily { get; init; }

    /// <summary>Collects the signed facts of a connect request; null when it has no device.</summary>
    public static DeviceSignaturePayload? From(ConnectParams connect)
    {
        ArgumentNullException.ThrowIfNull(connect);
        return connect.Device is not { } device ? null : new DeviceSignaturePayload
        {
            DeviceId = device.Id,
            ClientId = connect.Client.Id,
            ClientMode = connect.Client.Mode,
            Role = connect.Role ?? Roles.Operator,
            Scopes = connect.Scopes ?? [],
            SignedAtMs = device.SignedAt,
            Token = connect.Auth?.SignedToken ?? "",
            Nonce = device.Nonce ?? "",
            Platform = connect.Client.Platform,
            DeviceFamily = connect.Client.DeviceFamily,
        };
    }

    /// <summary>The form of protocol 3 without a nonce; good for loopback only.</summary>
    public string ToV1() => $"v1|{Core()}";

    /// <summary>The form with a nonce.</summary>
    public string ToV2() => $"v2|{Core()}|{Nonce}";

    /// <summary>The form that also binds platform and device family; preferred.</summary>
    public string ToV3() => $"v3|{Core()}|{Nonce}|{Fold(Platform)}|{Fold(DeviceFamily)}";

    /// <inheritdoc/>
    public override string ToString() => $"{nameof(DeviceSignaturePayload)} {{ DeviceId = {DeviceId} }}";

    private string Core() => string.Create(
        CultureInfo.InvariantCulture,
        $"{DeviceId}|{ClientId}|{ClientMode}|{Role}|{string.Join(',', Scopes)}|{SignedAtMs}|{Token}");

    /// <summary>Only ASCII letters are lowered: the two sides must not depend on a language.</summary>
    private static string Fold(string? text) => string.Create(
        text?.Trim().Length ?? 0,
        text?.Trim() ?? "",
        static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                target[i] = char.IsAsciiLetterUpper(source[i]) ? (char)(source[i] | 0x20) : source[i];
            }
        });
}
