using System.Buffers.Binary;

namespace OpenClaw.Protocol.Keys;

/// <summary>Arithmetic modulo the group order on four limbs of 64 bits. Takes the same steps whatever the numbers are.</summary>
internal static class Scalar
{
    private const int Limbs = 4;

    /// <summary>2^252 + 27742317777372353535851937790883648493, least limb first.</summary>
    public static ReadOnlySpan<ulong> Order => [0x5812631A5CF5D3EDul, 0x14DEF9DEA2F79CD6ul, 0, 0x1000000000000000ul];

    /// <summary>Brings 64 bytes, least first, below the order.</summary>
    public static void Reduce(ReadOnlySpan<byte> wide, Span<byte> result)
    {
        Span<ulong> limbs = stackalloc ulong[2 * Limbs];
        for (var i = 0; i < limbs.Length; i++)
        {
            limbs[i] = BinaryPrimitives.ReadUInt64LittleEndian(wide[(8 * i)..]);
        }

        Reduce(limbs, result);
    }

    /// <summary>(a * b + c) modulo the order.</summary>
    public static void MultiplyAdd(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, ReadOnlySpan<byte> c, Span<byte> result)
    {
        Span<ulong> product = stackalloc ulong[2 * Limbs];
        product.Clear();
        Span<ulong> left = stackalloc ulong[Limbs];
        Span<ulong> right = stackalloc ulong[Limbs];
        Load(a, left);
        Load(b, right);
        for (var i = 0; i < Limbs; i++)
        {
            var carry = 0ul;
            for (var j = 0; j < Limbs; j++)
            {
                var sum = ((UInt128)left[i] * right[j]) + product[i + j] + carry;
                product[i + j] = (ulong)sum;
                carry = (ulong)(sum >> 64);
            }

            product[i + Limbs] = carry;
        }

        Load(c, left);
        var overflow = 0ul;
        for (var i = 0; i < 2 * Limbs; i++)
        {
            var sum = (UInt128)product[i] + (i < Limbs ? left[i] : 0) + overflow;
            product[i] = (ulong)sum;
            overflow = (ulong)(sum >> 64);
        }

        Reduce(product, result);
        product.Clear();
        left.Clear();
        right.Clear();
    }

    /// <summary>Long division bit by bit: the remainder is doubled, takes the next bit, and gives up the order when it holds it.</summary>
    private static void Reduce(ReadOnlySpan<ulong> wide, Span<byte> result)
    {
        ulong r0 = 0, r1 = 0, r2 = 0, r3 = 0;
        for (var bit = (64 * wide.Length) - 1; bit >= 0; bit--)
        {
            r3 = (r3 << 1) | (r2 >> 63);
            r2 = (r2 << 1) | (r1 >> 63);
            r1 = (r1 << 1) | (r0 >> 63);
            r0 = (r0 << 1) | ((wide[bit >> 6] >> (bit & 63)) & 1);
            var d0 = Subtract(r0, Order[0], 0, out var borrow);
            var d1 = Subtract(r1, Order[1], borrow, out borrow);
            var d2 = Subtract(r2, Order[2], borrow, out borrow);
            var d3 = Subtract(r3, Order[3], borrow, out borrow);

            // All ones when the remainder was smaller than the order and has to stay.
            var keep = 0ul - borrow;
            r0 = (r0 & keep) | (d0 & ~keep);
            r1 = (r1 & keep) | (d1 & ~keep);
            r2 = (r2 & keep) | (d2 & ~keep);
            r3 = (r3 & keep) | (d3 & ~keep);
        }

        BinaryPrimitives.WriteUInt64LittleEndian(result, r0);
        BinaryPrimitives.WriteUInt64LittleEndian(result[8..], r1);
        BinaryPrimitives.WriteUInt64LittleEndian(result[16..], r2);
        BinaryPrimitives.WriteUInt64LittleEndian(result[24..], r3);
    }

    private static ulong Subtract(ulong a, ulong b, ulong borrow, out ulong next)
    {
        var difference = (UInt128)a - b - borrow;
        next = (ulong)(difference >> 64) & 1;
        return (ulong)difference;
    }

    private static void Load(ReadOnlySpan<byte> bytes, Span<ulong> limbs)
    {
        for (var i = 0; i < Limbs; i++)
        {
            limbs[i] = BinaryPrimitives.ReadUInt64LittleEndian(bytes[(8 * i)..]);
        }
    }
}
