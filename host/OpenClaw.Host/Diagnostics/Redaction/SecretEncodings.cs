using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OpenClaw.Host.Diagnostics.Redaction;

/// <summary>The forms in which a secret usually travels: as it is, in JSON, in a URL, in Base64.</summary>
internal static class SecretEncodings
{
    public static IEnumerable<string> Of(string secret)
    {
        var forms = new List<string>
        {
            secret,
            JsonEncodedText.Encode(secret).ToString(),
            JsonEncodedText.Encode(secret, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString(),
            Uri.EscapeDataString(secret),
            Uri.EscapeDataString(secret).Replace("%20", "+", StringComparison.Ordinal),
        };
        var bytes = Encoding.UTF8.GetBytes(secret);
        for (var offset = 0; offset < 3; offset++)
        {
            var inside = InsideBase64(bytes, offset);
            forms.Add(inside);
            forms.Add(inside.Replace('+', '-').Replace('/', '_'));
        }

        return forms.Where(static form => form.Length >= ISecretRegistry.MinimumLength).Distinct(StringComparer.Ordinal);
    }

    // In "user:secret" the secret may start at any of three places of a Base64 group. What only the secret decides is the
    // part between the groups it shares with its neighbours.
    private static string InsideBase64(byte[] secret, int offset)
    {
        var padded = new byte[offset + secret.Length];
        secret.CopyTo(padded, offset);
        var text = Convert.ToBase64String(padded).TrimEnd('=');
        var skip = offset == 0 ? 0 : offset + 1;
        var shared = padded.Length % 3 == 0 ? 0 : 1;
        return text.Length - skip - shared > 0 ? text[skip..^shared] : "";
    }
}
