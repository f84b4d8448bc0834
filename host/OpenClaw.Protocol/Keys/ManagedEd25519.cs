using System.Security.Cryptography;

namespace OpenClaw.Protocol.Keys;

/// <summary>RFC 8032 on the framework's SHA-512 alone. Signing takes the same steps for every key.</summary>
internal sealed class ManagedEd25519 : IEd25519
{
    public string Name => "managed";

    public void DerivePublicKey(ReadOnlySpan<byte> seed, Span<byte> publicKey)
    {
        Span<byte> expanded = stackalloc byte[SHA512.HashSizeInBytes];
        Expand(seed, expanded);
        CurvePoint.MultiplyBase(expanded[..32]).Encode(publicKey);
        CryptographicOperations.ZeroMemory(expanded);
    }

    public void Sign(ReadOnlySpan<byte> seed, ReadOnlySpan<byte> message, Span<byte> signature)
    {
        Span<byte> expanded = stackalloc byte[SHA512.HashSizeInBytes];
        Span<byte> publicKey = stackalloc byte[Ed25519.PublicKeySize];
        Span<byte> r = stackalloc byte[32];
        Span<byte> k = stackalloc byte[32];
        Expand(seed, expanded);
        CurvePoint.MultiplyBase(expanded[..32]).Encode(publicKey);
        HashToScalar(expanded[32..], [], message, r);
        CurvePoint.MultiplyBase(r).Encode(signature);
        HashToScalar(signature[..32], publicKey, message, k);
        Scalar.MultiplyAdd(k, expanded[..32], r, signature[32..]);
        CryptographicOperations.ZeroMemory(expanded);
        CryptographicOperations.ZeroMemory(r);
    }

    public bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        if (signature.Length != Ed25519.SignatureSize
            || !Ed25519Rules.IsCanonicalScalar(signature[32..])
            || !Ed25519Rules.IsAcceptableKey(publicKey)
            || !CurvePoint.TryDecode(publicKey, out var point))
        {
            return false;
        }

        Span<byte> k = stackalloc byte[32];
        Span<byte> expected = stackalloc byte[32];
        HashToScalar(signature[..32], publicKey, message, k);
        CurvePoint.MultiplyPublic(signature[32..], k, point).Encode(expected);
        return expected.SequenceEqual(signature[..32]);
    }

    private static void Expand(ReadOnlySpan<byte> seed, Span<byte> expanded)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(seed.Length, Ed25519.SeedSize);
        SHA512.HashData(seed, expanded);
        expanded[0] &= 248;
        expanded[31] &= 127;
        expanded[31] |= 64;
    }

    private static void HashToScalar(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ReadOnlySpan<byte> third, Span<byte> scalar)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA512);
        hash.AppendData(first);
        hash.AppendData(second);
        hash.AppendData(third);
        Span<byte> digest = stackalloc byte[SHA512.HashSizeInBytes];
        hash.GetHashAndReset(digest);
        Scalar.Reduce(digest, scalar);
        CryptographicOperations.ZeroMemory(digest);
    }
}
