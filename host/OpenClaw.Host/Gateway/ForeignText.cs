using System.Diagnostics.CodeAnalysis;

namespace OpenClaw.Host.Gateway;

/// <summary>Makes what a peer wrote fit to be repeated: short, and without characters that do something.</summary>
internal static class ForeignText
{
    public const int MaxLength = 64;

    [return: NotNullIfNotNull(nameof(text))]
    public static string? Cut(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var length = Math.Min(text.Length, MaxLength);
        if (length < text.Length && char.IsHighSurrogate(text[length - 1]))
        {
            length--;
        }

        return string.Create(length, text, static (target, source) =>
        {
            for (var i = 0; i < target.Length; i++)
            {
                target[i] = char.IsControl(source[i]) ? '?' : source[i];
            }
        });
    }
}
