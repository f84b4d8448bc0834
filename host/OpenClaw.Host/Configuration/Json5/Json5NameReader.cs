using System.Globalization;
using System.Text;

namespace OpenClaw.Host.Configuration.Json5;

/// <summary>Member names: quoted, or an ECMAScript identifier.</summary>
internal sealed class Json5NameReader(Json5Cursor cursor)
{
    public string Read(Json5StringReader strings)
    {
        if (!cursor.AtEnd && cursor.Current is '"' or '\'')
        {
            return strings.Read();
        }

        var name = new StringBuilder();
        while (!cursor.AtEnd)
        {
            if (cursor.Current == '\\')
            {
                name.Append(ReadEscaped(strings, isFirst: name.Length == 0));
            }
            else if (TryTakeLiteral(name.Length == 0, out var rune))
            {
                name.Append(rune);
            }
            else
            {
                break;
            }
        }

        return name.Length > 0 ? name.ToString() : throw cursor.Unexpected();
    }

    private bool TryTakeLiteral(bool isFirst, out string rune)
    {
        rune = char.IsHighSurrogate(cursor.Current) && char.IsLowSurrogate(cursor.Peek())
            ? new string([cursor.Current, cursor.Peek()])
            : cursor.Current.ToString();
        if (!IsNamePart(rune, isFirst))
        {
            return false;
        }

        cursor.Advance(rune.Length);
        return true;
    }

    private char ReadEscaped(Json5StringReader strings, bool isFirst)
    {
        var start = cursor.Mark();
        cursor.Advance();
        cursor.Expect("u");
        var c = strings.ReadHex(4);
        return IsNamePart(c.ToString(), isFirst) ? c : throw Json5Cursor.FailAt(start, "invalid identifier character");
    }

    private static bool IsNamePart(string rune, bool isFirst)
    {
        if (rune is "$" or "_")
        {
            return true;
        }

        return CharUnicodeInfo.GetUnicodeCategory(rune, 0) switch
        {
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber => true,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber
                or UnicodeCategory.ConnectorPunctuation => !isFirst,
            _ => rune is "\u200C" or "\u200D" && !isFirst,
        };
    }
}
