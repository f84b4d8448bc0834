namespace OpenClaw.Protocol.Keys;

/// <summary>
/// A point of the Edwards curve in extended coordinates. The addition law is complete: it holds for every pair of points, the
/// neutral one and equal ones included, so nothing has to be told apart.
/// </summary>
internal readonly struct CurvePoint(FieldElement x, FieldElement y, FieldElement z, FieldElement t)
{
    private const int WindowSize = 16;

    private readonly FieldElement _x = x, _y = y, _z = z, _t = t;

    private static readonly CurvePoint[] BaseTable = TableOf(Decode("5866666666666666666666666666666666666666666666666666666666666666"));

    public static CurvePoint Neutral => new(FieldElement.Zero, FieldElement.One, FieldElement.One, FieldElement.Zero);

    /// <summary>Finds the point of an encoding whose y is canonical; false when there is none.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> encoded, out CurvePoint point)
    {
        point = default;
        var y = FieldElement.FromBytes(encoded);
        var square = y.Square();
        var u = square - FieldElement.One;
        var v = (square * FieldElement.D) + FieldElement.One;
        var v3 = v.Square() * v;
        var x = u * v3 * (u * v3.Square() * v).PowP58();
        var check = v * x.Square();
        if (!(check - u).IsZero())
        {
            if (!(check + u).IsZero())
            {
                return false;
            }

            x *= FieldElement.SqrtM1;
        }

        var sign = encoded[31] >> 7;
        if (sign == 1 && x.IsZero())
        {
            return false;
        }

        if (x.Parity() != sign)
        {
            x = -x;
        }

        point = new(x, y, FieldElement.One, x * y);
        return true;
    }

    public void Encode(Span<byte> encoded)
    {
        var inverse = _z.Invert();
        (_y * inverse).ToBytes(encoded);
        encoded[31] |= (byte)((_x * inverse).Parity() << 7);
    }

    /// <summary>A multiple of the base point, in the same steps for every scalar: the scalar is secret.</summary>
    public static CurvePoint MultiplyBase(ReadOnlySpan<byte> scalar)
    {
        var result = Neutral;
        for (var i = 63; i >= 0; i--)
        {
            result = result.Double().Double().Double().Double();
            result = result.Add(Pick(BaseTable, Nibble(scalar, i)));
        }

        return result;
    }

    /// <summary>s B - k A, in time that depends on the scalars: all three are public.</summary>
    public static CurvePoint MultiplyPublic(ReadOnlySpan<byte> s, ReadOnlySpan<byte> k, in CurvePoint a)
    {
        var table = TableOf(a.Negate());
        var result = Neutral;
        for (var i = 63; i >= 0; i--)
        {
            result = result.Double().Double().Double().Double();
            result = result.Add(BaseTable[Nibble(s, i)]).Add(table[Nibble(k, i)]);
        }

        return result;
    }

    private static int Nibble(ReadOnlySpan<byte> scalar, int index) => (scalar[index >> 1] >> (4 * (index & 1))) & 0xF;

    private static CurvePoint Pick(CurvePoint[] table, int index)
    {
        var result = table[0];
        for (var i = 1; i < WindowSize; i++)
        {
            // 1 when i is the index: the difference of two small numbers is negative exactly then, once 1 is taken off.
            var hit = (ulong)((long)(uint)(i ^ index) - 1) >> 63;
            result = new(
                FieldElement.Select(result._x, table[i]._x, hit), FieldElement.Select(result._y, table[i]._y, hit),
                FieldElement.Select(result._z, table[i]._z, hit), FieldElement.Select(result._t, table[i]._t, hit));
        }

        return result;
    }

    private static CurvePoint[] TableOf(in CurvePoint point)
    {
        var table = new CurvePoint[WindowSize];
        table[0] = Neutral;
        for (var i = 1; i < WindowSize; i++)
        {
            table[i] = table[i - 1].Add(point);
        }

        return table;
    }

    private static CurvePoint Decode(string hex) =>
        TryDecode(Convert.FromHexString(hex), out var point) ? point : throw new InvalidOperationException("The base point is on the curve.");

    private CurvePoint Negate() => new(-_x, _y, _z, -_t);

    private CurvePoint Add(in CurvePoint other)
    {
        var a = (_y - _x) * (other._y - other._x);
        var b = (_y + _x) * (other._y + other._x);
        var c = _t * other._t * FieldElement.D2;
        var zz = _z * other._z;
        var d = zz + zz;
        var (e, f, g, h) = (b - a, d - c, d + c, b + a);
        return new(e * f, g * h, f * g, e * h);
    }

    private CurvePoint Double()
    {
        var a = _x.Square();
        var b = _y.Square();
        var zz = _z.Square();
        var h = a + b;
        var e = h - (_x + _y).Square();
        var g = a - b;
        var f = zz + zz + g;
        return new(e * f, g * h, f * g, e * h);
    }
}
