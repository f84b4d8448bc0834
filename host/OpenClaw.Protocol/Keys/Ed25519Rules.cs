using System.Buffers.Binary;

namespace OpenClaw.Protocol.Keys;

/// <summary>
/// What both implementations refuse before they compute: libraries differ in these corners, and a signature must not be good on
/// one machine and bad on another.
/// </summary>
internal static class Ed25519Rules
{
    // The y coordinates of the eight points of small order; each stands for both signs of x.
    private static readonly byte[][] SmallOrder =
    [
        Convert.FromHexString("0000000000000000000000000000000000000000000000000000000000000000"),
        Convert.FromHexString("0100000000000000000000000000000000000000000000000000000000000000"),
        Convert.FromHexString("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"),
        Convert.FromHexString("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"),
        Convert.FromHexString("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"),
    ];

    /// <summary>False for encodings that are not canonical and for points of small order. Says nothing about being on the curve.</summary>
    public static bool IsAcceptableKey(ReadOnlySpan<byte> publicKey)
    {
        if (publicKey.Length != Ed25519.PublicKeySize || !IsCanonicalY(publicKey))
        {
            return false;
        }

        Span<byte> y = stackalloc byte[Ed25519.PublicKeySize];
        publicKey.CopyTo(y);
        y[31] &= 0x7F;
        foreach (var point in SmallOrder)
        {
            if (y.SequenceEqual(point))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True when the 32 bytes are a number below the group order.</summary>
    public static bool IsCanonicalScalar(ReadOnlySpan<byte> scalar)
    {
        for (var i = 3; i >= 0; i--)
        {
            var limb = BinaryPrimitives.ReadUInt64LittleEndian(scalar[(8 * i)..]);
            if (limb != Scalar.Order[i])
            {
                return limb < Scalar.Order[i];
            }
        }

        return false;
    }

    /// <summary>True when y is below 2^255 - 19.</summary>
    private static bool IsCanonicalY(ReadOnlySpan<byte> encoded)
    {
        if ((encoded[31] & 0x7F) != 0x7F)
        {
            return true;
        }

        for (var i = 30; i > 0; i--)
        {
            if (encoded[i] != 0xFF)
            {
                return true;
            }
        }

        return encoded[0] < 0xED;
    }
}
