using System.Text;
using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Configuration.Json5;

/// <summary>
/// Reads JSON5 1.0 into a tree that knows its positions. Stricter than the standard where a configuration should be:
/// duplicate keys, non-finite numbers and unpaired surrogates are refused, depth and size are limited.
/// The only exception it throws is <see cref="Json5Exception"/>.
/// </summary>
internal static class Json5Reader
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="Json5Exception">Not valid, or over a limit.</exception>
    public static ConfigNode Read(string text)
    {
        if (text.Length > Json5Limits.MaxBytes)
        {
            throw TooLarge();
        }

        var cursor = new Json5Cursor(text);
        return new Json5Parser(cursor).ReadDocument();
    }

    /// <summary>Decodes UTF-8 (with or without a byte-order mark), keeping the mark so that offsets stay true.</summary>
    /// <exception cref="Json5Exception">Not UTF-8, or too large.</exception>
    public static string Decode(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > Json5Limits.MaxBytes)
        {
            throw TooLarge();
        }

        try
        {
            return StrictUtf8.GetString(utf8);
        }
        catch (DecoderFallbackException notUtf8)
        {
            var line = utf8[..Math.Clamp(notUtf8.Index, 0, utf8.Length)].Count((byte)'\n') + 1;
            throw new Json5Exception("the file is not UTF-8 text, save it as UTF-8", line, 1);
        }
    }

    private static Json5Exception TooLarge() => new($"larger than {Json5Limits.MaxBytes} bytes", 1, 1);
}
