using System.Text;
using System.Text.Json;

namespace OpenClaw.Agents.Common.Failures;

/// <summary>Replaces secrets in what a far end sent, in every form it could plausibly send them back.</summary>
internal sealed class SecretMask
{
    public const string Replacement = "[secret]";
    private const int ShortestSecret = 6;
    private readonly string[] _forms;

    public SecretMask(IEnumerable<string> secrets) =>
        _forms = [.. secrets
            .Where(secret => secret.Length >= ShortestSecret)
            .SelectMany(FormsOf)
            .Distinct(StringComparer.Ordinal)
            .OrderByDescending(form => form.Length)];

    public string Clean(string text)
    {
        foreach (var form in _forms)
            text = text.Replace(form, Replacement, StringComparison.Ordinal);
        return text;
    }

    /// <summary>How many characters at the end of a text could be the beginning of a secret.</summary>
    public int OpenTail(ReadOnlySpan<char> text)
    {
        var longest = 0;
        foreach (var form in _forms)
        {
            for (var length = Math.Min(form.Length - 1, text.Length); length > longest; length--)
            {
                if (text[^length..].SequenceEqual(form.AsSpan(0, length)))
                    longest = length;
            }
        }

        return longest;
    }

    private static IEnumerable<string> FormsOf(string secret) =>
    [
        secret,
        Uri.EscapeDataString(secret),
        Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)).TrimEnd('='),
        JsonEncodedText.Encode(secret).ToString(),
    ];
}
