using System.Text;

namespace OpenClaw.Host.Configuration.Json5;

/// <summary>Quoted strings with every escape of JSON5.</summary>
internal sealed class Json5StringReader(Json5Cursor cursor)
{
    public string Read()
    {
        var quote = cursor.Current;
        var start = cursor.Mark();
        cursor.Advance();
        var text = new StringBuilder();
        while (true)
        {
            if (cursor.AtEnd)
            {
                throw cursor.Unexpected();
            }

            var c = cursor.Current;
            if (c == quote)
            {
                cursor.Advance();
                break;
            }

            if (c is '\n' or '\r')
            {
                throw cursor.Unexpected();
            }

            cursor.Advance();
            if (c == '\\')
            {
                ReadEscape(text);
            }
            else
            {
                text.Append(c);
            }
        }

        var value = text.ToString();
        return IsWellFormed(value)
            ? value
            : throw Json5Cursor.FailAt(start, "the string has an unpaired surrogate, which no text can carry,");
    }

    /// <summary>Reads hexadecimal digits of a <c>\x</c> or <c>\u</c> escape.</summary>
    public char ReadHex(int digits)
    {
        var value = 0;
        for (; digits > 0; digits--)
        {
            if (cursor.AtEnd || !char.IsAsciiHexDigit(cursor.Current))
            {
                throw cursor.Unexpected();
            }

            value = (value * 16) + Convert.ToInt32(cursor.Current.ToString(), 16);
            cursor.Advance();
        }

        return (char)value;
    }

    private void ReadEscape(StringBuilder text)
    {
        if (cursor.AtEnd)
        {
            throw cursor.Unexpected();
        }

        var c = cursor.Current;
        if (c is >= '1' and <= '9' || (c == '0' && char.IsAsciiDigit(cursor.Peek())))
        {
            // Octal escapes: what they mean depends on who reads them.
            throw cursor.Unexpected();
        }

        cursor.Advance();
        switch (c)
        {
            case '\r' when !cursor.AtEnd && cursor.Current == '\n':
                cursor.Advance();
                break;
            case '\n' or '\r' or '\u2028' or '\u2029':
                break;
            case 'x':
                text.Append(ReadHex(2));
                break;
            case 'u':
                text.Append(ReadHex(4));
                break;
            default:
                text.Append(Unescape(c));
                break;
        }
    }

    private static char Unescape(char c) => c switch
    {
        'b' => '\b',
        'f' => '\f',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'v' => '\v',
        '0' => '\0',
        _ => c,
    };

    private static bool IsWellFormed(string value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (!char.IsSurrogate(value[i]))
            {
                continue;
            }

            if (!char.IsHighSurrogate(value[i]) || i + 1 == value.Length || !char.IsLowSurrogate(value[++i]))
            {
                return false;
            }
        }

        return true;
    }
}
