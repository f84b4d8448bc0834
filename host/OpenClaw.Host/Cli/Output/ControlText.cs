using System.Text;

namespace OpenClaw.Host.Cli.Output;

/// <summary>Text of strangers on a terminal: without the characters that move cursors, change titles or hide what follows.</summary>
internal static class ControlText
{
    /// <summary>Keeps line breaks and tabs; shows every other control character as a box.</summary>
    public static string Harmless(string text) => Replace(text, static character => character is '\n' or '\t' ? character : '\u25a1');

    public static string ToOneLine(string text) => Replace(text, static character => character is '\n' or '\r' or '\t' ? ' ' : '\u25a1');

    private static string Replace(string text, Func<char, char> replacement)
    {
        if (!text.Any(IsHarmful))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            result.Append(IsHarmful(character) ? replacement(character) : character);
        }

        return result.ToString();
    }

    // Control characters, and the marks that reverse the direction of what is shown.
    private static bool IsHarmful(char character) =>
        char.IsControl(character) || character is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');
}
