using System.Text;
using OpenClaw.Channels;

namespace OpenClaw.Host.Channels.Text;

/// <summary>Lengths of texts as platforms count them.</summary>
internal static class TextLength
{
    public static int Of(ReadOnlySpan<char> text, TextUnit unit)
    {
        switch (unit)
        {
            case TextUnit.Utf8Bytes:
                return Encoding.UTF8.GetByteCount(text);
            case TextUnit.Scalars:
                var count = 0;
                foreach (var _ in text.EnumerateRunes())
                    count++;
                return count;
            default:
                return text.Length;
        }
    }
}
