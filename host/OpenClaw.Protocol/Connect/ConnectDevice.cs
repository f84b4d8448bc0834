using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Connect;

/// <summary>Proof that the client holds the key of a device.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ConnectDevice
{
    /// <summary>Lower-case hex SHA-256 of the raw public key.</summary>
    [NonEmpty]
    public required string Id { get; init; }

    /// <summary>The raw Ed25519 key, base64url.</summary>
    [NonEmpty]
    public required string PublicKey { get; init; }

    /// <summary>Signature over a string of <see cref="DeviceSignaturePayload"/>, base64url.</summary>
    [NonEmpty]
    public required string Signature { get; init; }

    /// <summary>Time of the signature in milliseconds.</summary>
    [Range(0, GatewayLimits.MaxSafeInteger)]
    public required long SignedAt { get; init; }

    /// <summary>The nonce of the challenge; required from protocol 4 on.</summary>
    [NonEmpty]
    public string? Nonce { get; init; }
}
