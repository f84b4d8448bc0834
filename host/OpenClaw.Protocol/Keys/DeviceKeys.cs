using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace OpenClaw.Protocol.Keys;

/// <summary>How keys of devices are written, and the id that follows from one.</summary>
public static class DeviceKeys
{
    private const string PemHead = "-----BEGIN PUBLIC KEY-----";
    private const string PemFoot = "-----END PUBLIC KEY-----";
    private const int LongestText = 256;

    // SubjectPublicKeyInfo of an Ed25519 key, up to the key itself.
    private static ReadOnlySpan<byte> SpkiPrefix => [0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00];

    /// <summary>The id of a device: lower-case hex SHA-256 of its raw public key.</summary>
    public static string IdOf(ReadOnlySpan<byte> publicKey) => Convert.ToHexStringLower(SHA256.HashData(publicKey));

    /// <summary>The one form in which this gateway writes keys and signatures: base64url without padding.</summary>
    public static string Encode(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);

    /// <summary>
    /// Reads a public key. Base64url and standard base64 are taken, padded or not, and PEM; a key that is not canonical or of small
    /// order, and an encoding with stray bits, is not.
    /// </summary>
    public static bool TryReadPublicKey(string text, Span<byte> publicKey)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > LongestText)
        {
            return false;
        }

        if (!text.StartsWith(PemHead, StringComparison.Ordinal))
        {
            return TryDecode(text, publicKey[..Ed25519.PublicKeySize]) && Ed25519Rules.IsAcceptableKey(publicKey[..Ed25519.PublicKeySize]);
        }

        var body = text.AsSpan(PemHead.Length).Trim();
        Span<byte> spki = stackalloc byte[SpkiPrefix.Length + Ed25519.PublicKeySize];
        if (!body.EndsWith(PemFoot, StringComparison.Ordinal)
            || !TryDecode(body[..^PemFoot.Length].Trim(), spki)
            || !spki.StartsWith(SpkiPrefix))
        {
            return false;
        }

        spki[SpkiPrefix.Length..].CopyTo(publicKey);
        return Ed25519Rules.IsAcceptableKey(publicKey[..Ed25519.PublicKeySize]);
    }

    /// <summary>Reads a signature in the same spellings.</summary>
    public static bool TryReadSignature(string text, Span<byte> signature)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= LongestText && TryDecode(text, signature[..Ed25519.SignatureSize]);
    }

    /// <summary>Decodes exactly as many bytes as there is room for, and only if encoding them again gives the same characters.</summary>
    private static bool TryDecode(ReadOnlySpan<char> text, Span<byte> target)
    {
        var digits = text.TrimEnd('=');
        var length = Base64Url.GetEncodedLength(target.Length);
        Span<char> url = stackalloc char[LongestText];
        if (digits.Length != length || text.Length > (length + 3) / 4 * 4)
        {
            return false;
        }

        var isStandard = digits.ContainsAny('+', '/');
        if (isStandard && digits.ContainsAny('-', '_'))
        {
            return false;
        }

        digits.CopyTo(url);
        url = url[..length];
        url.Replace('+', '-');
        url.Replace('/', '_');
        Span<char> again = stackalloc char[LongestText];
        return Base64Url.DecodeFromChars(url, target, out _, out var decoded) == OperationStatus.Done
            && decoded == target.Length
            && Base64Url.TryEncodeToChars(target, again, out var written)
            && again[..written].SequenceEqual(url);
    }
}
