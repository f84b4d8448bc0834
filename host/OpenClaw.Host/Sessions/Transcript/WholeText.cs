using System.Buffers;
using System.Text;

namespace OpenClaw.Host.Sessions.Transcript;

/// <summary>Text without halves of surrogate pairs: they cannot be written to disk or sent, and what is read back would be another text.</summary>
internal static class WholeText
{
    /// <summary>The text itself where it is whole, else one with U+FFFD in the place of each half.</summary>
    public static string Of(string text) => Is(text) ? text : string.Concat(text.EnumerateRunes().Select(static rune => rune.ToString()));

    public static bool Is(string text)
    {
        var rest = text.AsSpan();
        while (rest.IndexOfAnyInRange('\ud800', '\udfff') is var at and >= 0)
        {
            rest = rest[at..];
            if (Rune.DecodeFromUtf16(rest, out _, out var used) != OperationStatus.Done)
                return false;
            rest = rest[used..];
        }

        return true;
    }
}
