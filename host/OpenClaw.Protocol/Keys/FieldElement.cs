using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace OpenClaw.Protocol.Keys;

/// <summary>
/// A number modulo 2^255 - 19 in five limbs of 51 bits. Results of a multiplication have limbs a little over 51 bits, sums and
/// differences at most three bits more, which is what a multiplication takes. No step depends on the value.
/// </summary>
internal readonly struct FieldElement(ulong l0, ulong l1, ulong l2, ulong l3, ulong l4)
{
    private const ulong Mask = (1ul << 51) - 1;

    // Four times the prime, so that a difference never falls below zero.
    private const ulong FourP0 = 0x1FFFFFFFFFFFB4;
    private const ulong FourP = 0x1FFFFFFFFFFFFC;

    private readonly ulong _l0 = l0, _l1 = l1, _l2 = l2, _l3 = l3, _l4 = l4;

    public static FieldElement Zero => default;

    public static FieldElement One => new(1, 0, 0, 0, 0);

    /// <summary>The constant d of the curve.</summary>
    public static FieldElement D { get; } = FromHex("a3785913ca4deb75abd841414d0a700098e879777940c78c73fe6f2bee6c0352");

    /// <summary>2 d.</summary>
    public static FieldElement D2 { get; } = (D + D).Carried();

    /// <summary>A square root of -1.</summary>
    public static FieldElement SqrtM1 { get; } = FromHex("b0a00e4a271beec478e42fad0618432fa7d7fb3d99004d2b0bdfc14f8024832b");

    public static FieldElement FromHex(string hex) => FromBytes(Convert.FromHexString(hex));

    /// <summary>Reads 32 bytes, least first; the topmost bit is ignored.</summary>
    public static FieldElement FromBytes(ReadOnlySpan<byte> bytes)
    {
        var w0 = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        var w1 = BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]);
        var w2 = BinaryPrimitives.ReadUInt64LittleEndian(bytes[16..]);
        var w3 = BinaryPrimitives.ReadUInt64LittleEndian(bytes[24..]);
        return new(
            w0 & Mask,
            ((w0 >> 51) | (w1 << 13)) & Mask,
            ((w1 >> 38) | (w2 << 26)) & Mask,
            ((w2 >> 25) | (w3 << 39)) & Mask,
            (w3 >> 12) & Mask);
    }

    /// <summary>Writes the one representative below the prime.</summary>
    public void ToBytes(Span<byte> bytes)
    {
        var f = Carried();

        // 1 exactly when the value is not below the prime: adding 19 then carries out of the top.
        var q = (f._l0 + 19) >> 51;
        q = (f._l1 + q) >> 51;
        q = (f._l2 + q) >> 51;
        q = (f._l3 + q) >> 51;
        q = (f._l4 + q) >> 51;
        var l0 = f._l0 + (19 * q);
        var l1 = f._l1 + (l0 >> 51);
        var l2 = f._l2 + (l1 >> 51);
        var l3 = f._l3 + (l2 >> 51);
        var l4 = f._l4 + (l3 >> 51);
        l0 &= Mask;
        l1 &= Mask;
        l2 &= Mask;
        l3 &= Mask;
        l4 &= Mask;
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, l0 | (l1 << 51));
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[8..], (l1 >> 13) | (l2 << 38));
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[16..], (l2 >> 26) | (l3 << 25));
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[24..], (l3 >> 39) | (l4 << 12));
    }

    public bool IsZero()
    {
        Span<byte> bytes = stackalloc byte[32];
        ToBytes(bytes);
        return !bytes.ContainsAnyExcept((byte)0);
    }

    /// <summary>The lowest bit of the representative, which stands for the sign of x.</summary>
    public int Parity()
    {
        Span<byte> bytes = stackalloc byte[32];
        ToBytes(bytes);
        return bytes[0] & 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FieldElement operator +(in FieldElement a, in FieldElement b) =>
        new(a._l0 + b._l0, a._l1 + b._l1, a._l2 + b._l2, a._l3 + b._l3, a._l4 + b._l4);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FieldElement operator -(in FieldElement a, in FieldElement b) => new FieldElement(
        a._l0 + FourP0 - b._l0, a._l1 + FourP - b._l1, a._l2 + FourP - b._l2, a._l3 + FourP - b._l3, a._l4 + FourP - b._l4).Carried();

    public static FieldElement operator -(in FieldElement a) => Zero - a;

    public static FieldElement operator *(in FieldElement a, in FieldElement b)
    {
        ulong b1 = 19 * b._l1, b2 = 19 * b._l2, b3 = 19 * b._l3, b4 = 19 * b._l4;
        var r0 = new Sum().Add(a._l0, b._l0).Add(a._l1, b4).Add(a._l2, b3).Add(a._l3, b2).Add(a._l4, b1);
        var r1 = new Sum().Add(a._l0, b._l1).Add(a._l1, b._l0).Add(a._l2, b4).Add(a._l3, b3).Add(a._l4, b2);
        var r2 = new Sum().Add(a._l0, b._l2).Add(a._l1, b._l1).Add(a._l2, b._l0).Add(a._l3, b4).Add(a._l4, b3);
        var r3 = new Sum().Add(a._l0, b._l3).Add(a._l1, b._l2).Add(a._l2, b._l1).Add(a._l3, b._l0).Add(a._l4, b4);
        var r4 = new Sum().Add(a._l0, b._l4).Add(a._l1, b._l3).Add(a._l2, b._l2).Add(a._l3, b._l1).Add(a._l4, b._l0);
        return Fold(r0, r1, r2, r3, r4);
    }

    public FieldElement Square()
    {
        ulong d0 = 2 * _l0, d1 = 2 * _l1, d2 = 2 * _l2, t3 = 19 * _l3, t4 = 19 * _l4;
        var r0 = new Sum().Add(_l0, _l0).Add(d1, t4).Add(d2, t3);
        var r1 = new Sum().Add(d0, _l1).Add(d2, t4).Add(_l3, t3);
        var r2 = new Sum().Add(d0, _l2).Add(_l1, _l1).Add(2 * _l3, t4);
        var r3 = new Sum().Add(d0, _l3).Add(d1, _l2).Add(_l4, t4);
        var r4 = new Sum().Add(d0, _l4).Add(d1, _l3).Add(_l2, _l2);
        return Fold(r0, r1, r2, r3, r4);
    }

    public FieldElement Invert()
    {
        // To the power p - 2 = 2^255 - 21.
        var x250 = PowTwo250Minus1(out var x11);
        return x250.SquareTimes(5) * x11;
    }

    /// <summary>To the power (p - 5) / 8, from which square roots come.</summary>
    public FieldElement PowP58()
    {
        var x250 = PowTwo250Minus1(out _);
        return x250.SquareTimes(2) * this;
    }

    /// <summary>One of two, without a branch: bit must be 0 or 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FieldElement Select(in FieldElement zero, in FieldElement one, ulong bit)
    {
        var mask = 0ul - bit;
        return new(
            zero._l0 ^ (mask & (zero._l0 ^ one._l0)), zero._l1 ^ (mask & (zero._l1 ^ one._l1)), zero._l2 ^ (mask & (zero._l2 ^ one._l2)),
            zero._l3 ^ (mask & (zero._l3 ^ one._l3)), zero._l4 ^ (mask & (zero._l4 ^ one._l4)));
    }

    private FieldElement PowTwo250Minus1(out FieldElement x11)
    {
        var x2 = Square();
        var x9 = x2.SquareTimes(2) * this;
        x11 = x9 * x2;
        var x5 = x11.Square() * x9;
        var x10 = x5.SquareTimes(5) * x5;
        var x20 = x10.SquareTimes(10) * x10;
        var x40 = x20.SquareTimes(20) * x20;
        var x50 = x40.SquareTimes(10) * x10;
        var x100 = x50.SquareTimes(50) * x50;
        var x200 = x100.SquareTimes(100) * x100;
        return x200.SquareTimes(50) * x50;
    }

    private FieldElement SquareTimes(int times)
    {
        var result = this;
        for (var i = 0; i < times; i++)
        {
            result = result.Square();
        }

        return result;
    }

    private FieldElement Carried()
    {
        var l1 = _l1 + (_l0 >> 51);
        var l2 = _l2 + (l1 >> 51);
        var l3 = _l3 + (l2 >> 51);
        var l4 = _l4 + (l3 >> 51);
        var l0 = (_l0 & Mask) + (19 * (l4 >> 51));
        l1 = (l1 & Mask) + (l0 >> 51);
        return new(l0 & Mask, l1, l2 & Mask, l3 & Mask, l4 & Mask);
    }

    private static FieldElement Fold(Sum r0, Sum r1, Sum r2, Sum r3, Sum r4)
    {
        var l0 = r0.Take(0, out var carry);
        var l1 = r1.Take(carry, out carry);
        var l2 = r2.Take(carry, out carry);
        var l3 = r3.Take(carry, out carry);
        var l4 = r4.Take(carry, out carry);
        l0 += 19 * carry;
        return new(l0 & Mask, l1 + (l0 >> 51), l2, l3, l4);
    }

    /// <summary>A sum of products in 128 bits.</summary>
    private readonly struct Sum(ulong high, ulong low)
    {
        private readonly ulong _high = high, _low = low;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Sum Add(ulong a, ulong b)
        {
            var high = Math.BigMul(a, b, out var low);
            low += _low;
            return new(_high + high + (low < _low ? 1ul : 0ul), low);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public ulong Take(ulong carry, out ulong next)
        {
            var low = _low + carry;
            var high = _high + (low < carry ? 1ul : 0ul);
            next = (high << 13) | (low >> 51);
            return low & Mask;
        }
    }
}
