using System.Runtime.InteropServices;
using System.Text;

namespace SQLitePCL;

/// <summary>A UTF-8 text that lives in memory of SQLite or in an array of ours; absent is different from empty.</summary>
public readonly ref struct utf8z
{
    private readonly ReadOnlySpan<byte> _text;
    private readonly bool _present;

    private utf8z(ReadOnlySpan<byte> text)
    {
        _text = text;
        _present = true;
    }

    /// <summary>Encodes a text; <see langword="null"/> gives an absent one.</summary>
    public static utf8z FromString(string? text) => text is null ? default : new(Encoding.UTF8.GetBytes(text));

    /// <summary>Decodes the text, or gives <see langword="null"/> when it is absent.</summary>
    public string? utf8_to_string() => _present ? Encoding.UTF8.GetString(_text) : null;

    internal static unsafe utf8z FromPointer(byte* text) =>
        text is null ? default : new(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(text));

    // The length is given because the text may contain NUL.
    internal static unsafe utf8z FromPointer(byte* text, int length) => text is null ? default : new(new ReadOnlySpan<byte>(text, length));
}
