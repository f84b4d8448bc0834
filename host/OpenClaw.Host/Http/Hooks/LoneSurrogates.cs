using System.Globalization;

namespace OpenClaw.Host.Http.Hooks;

/// <summary>
/// Half characters in JSON. Services that cut a text by its length write them as <c>\ud83d</c> without a second half; JSON allows that and no
/// text can hold it, so that such a payload would fail wherever it is read.
/// </summary>
internal static class LoneSurrogates
{
    private const int EscapeLength = 6;

    /// <summary>Writes the replacement character in their place, which is as long.</summary>
    public static void Replace(Span<byte> json)
    {
        for (var i = 0; i < json.Length;)
        {
            if (json[i] != '\\')
            {
                i++;
            }
            else if (CodeAt(json, i) is not { } code)
            {
                i += 2;
            }
            else if (char.IsHighSurrogate(code) && CodeAt(json, i + EscapeLength) is { } next && char.IsLowSurrogate(next))
            {
                i += 2 * EscapeLength;
            }
            else
            {
                if (char.IsSurrogate(code))
                    "fffd"u8.CopyTo(json[(i + 2)..]);
                i += EscapeLength;
            }
        }
    }

    private static char? CodeAt(ReadOnlySpan<byte> json, int at) =>
        at + EscapeLength <= json.Length && json[at] == '\\' && json[at + 1] == 'u'
        && ushort.TryParse(json.Slice(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            ? (char)code
            : null;
}
