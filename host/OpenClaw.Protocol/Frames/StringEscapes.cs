using System.Buffers.Text;

namespace OpenClaw.Protocol.Frames;

/// <summary>Judges the <c>\u</c> escapes of a string whose grammar is already known to be right.</summary>
internal static class StringEscapes
{
    private const int EscapeLength = 6;

    public static bool AreUsable(ReadOnlySpan<byte> text)
    {
        for (var next = text.IndexOf((byte)'\\'); next >= 0; next = text.IndexOf((byte)'\\'))
        {
            text = text[next..];
            if (text[1] != (byte)'u')
            {
                text = text[2..];
                continue;
            }

            var unit = CodeUnit(text);
            if (unit == 0 || char.IsLowSurrogate((char)unit))
            {
                return false;
            }

            text = text[EscapeLength..];
            if (char.IsHighSurrogate((char)unit))
            {
                if (!text.StartsWith("\\u"u8) || !char.IsLowSurrogate((char)CodeUnit(text)))
                {
                    return false;
                }

                text = text[EscapeLength..];
            }
        }

        return true;
    }

    private static int CodeUnit(ReadOnlySpan<byte> escape) =>
        Utf8Parser.TryParse(escape.Slice(2, 4), out ushort unit, out _, 'x') ? unit : 0;
}
