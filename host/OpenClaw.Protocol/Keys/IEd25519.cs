namespace OpenClaw.Protocol.Keys;

/// <summary>
/// Ed25519 (RFC 8032), which .NET does not bring. All implementations accept exactly the same signatures: S below the group order,
/// a canonical public key that is not of small order, and R compared byte for byte.
/// </summary>
public interface IEd25519
{
    /// <summary>Names the implementation, for diagnostics.</summary>
    string Name { get; }

    /// <summary>Computes the public key that belongs to a 32-byte seed.</summary>
    void DerivePublicKey(ReadOnlySpan<byte> seed, Span<byte> publicKey);

    /// <summary>Signs with a 32-byte seed; the signature takes 64 bytes.</summary>
    void Sign(ReadOnlySpan<byte> seed, ReadOnlySpan<byte> message, Span<byte> signature);

    /// <summary>True when the signature is good. Input of any length is taken; wrong lengths are not good.</summary>
    bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature);
}
