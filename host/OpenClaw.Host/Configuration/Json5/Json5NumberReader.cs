using System.Globalization;
using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Configuration.Json5;

/// <summary>Numbers: signed, hexadecimal, with a leading or trailing point, with an exponent.</summary>
internal sealed class Json5NumberReader(Json5Cursor cursor)
{
    public double Read()
    {
        var start = cursor.Mark();
        var negative = cursor.Current == '-';
        if (cursor.Current is '+' or '-')
        {
            cursor.Advance();
        }

        if (cursor.AtEnd)
        {
            throw cursor.Unexpected();
        }

        RefuseNonFinite(start);
        var magnitude = cursor.Current == '0' && cursor.Peek() is 'x' or 'X' ? ReadHexadecimal() : ReadDecimal();
        if (!double.IsFinite(magnitude))
        {
            throw Json5Cursor.FailAt(start, "the number is too large");
        }

        return negative ? -magnitude : magnitude;
    }

    private void RefuseNonFinite(SourceSpan start)
    {
        if (cursor.Current is not ('N' or 'I'))
        {
            return;
        }

        var literal = cursor.Current == 'N' ? "NaN" : "Infinity";
        cursor.Expect(literal);
        throw Json5Cursor.FailAt(start, $"{literal} is not a value that a setting can have; write a number");
    }

    private double ReadHexadecimal()
    {
        cursor.Advance(2);
        if (cursor.AtEnd || !char.IsAsciiHexDigit(cursor.Current))
        {
            throw cursor.Unexpected();
        }

        var value = 0d;
        for (; !cursor.AtEnd && char.IsAsciiHexDigit(cursor.Current); cursor.Advance())
        {
            value = (value * 16) + Convert.ToInt32(cursor.Current.ToString(), 16);
        }

        return value;
    }

    private double ReadDecimal()
    {
        var start = cursor.Position;
        var whole = SkipWhole();
        var fraction = 0;
        if (!cursor.AtEnd && cursor.Current == '.')
        {
            cursor.Advance();
            fraction = SkipDigits();
        }

        if (whole + fraction == 0)
        {
            throw cursor.Unexpected();
        }

        SkipExponent();
        return double.Parse(cursor.Slice(start), NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    private int SkipWhole()
    {
        if (cursor.Current != '0')
        {
            return SkipDigits();
        }

        cursor.Advance();

        // 010 is eight or ten, depending on who reads it.
        return cursor.AtEnd || !char.IsAsciiDigit(cursor.Current) ? 1 : throw cursor.Unexpected();
    }

    private void SkipExponent()
    {
        if (cursor.AtEnd || cursor.Current is not ('e' or 'E'))
        {
            return;
        }

        cursor.Advance();
        if (!cursor.AtEnd && cursor.Current is '+' or '-')
        {
            cursor.Advance();
        }

        if (SkipDigits() == 0)
        {
            throw cursor.Unexpected();
        }
    }

    private int SkipDigits()
    {
        var start = cursor.Position;
        while (!cursor.AtEnd && char.IsAsciiDigit(cursor.Current))
        {
            cursor.Advance();
        }

        return cursor.Position - start;
    }
}
