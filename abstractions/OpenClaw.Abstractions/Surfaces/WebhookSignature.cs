using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OpenClaw.Surfaces;

/// <summary>
/// Checks requests that a platform signs with a shared secret: HMAC-SHA256 over the time, a dot and the body as it came. Check before anything
/// of the body is read, and know an event by <see cref="EventKey"/>, never by the text of its signature.
/// </summary>
public static class WebhookSignature
{
    private const int HashLength = 32;
    private const int MaxLength = 128;

    /// <summary>How far the time of a request may lie from the clock here, before and after.</summary>
    public static TimeSpan Tolerance { get; } = TimeSpan.FromMinutes(5);

    /// <summary>Whether the request comes from who has the secret, as it is, and now. The time it takes does not tell how much was right.</summary>
    /// <param name="secret">The shared secret; without one nothing is signed.</param>
    /// <param name="body">The body, byte for byte as it came.</param>
    /// <param name="signature">What the request carries: hexadecimal in either case, Base64 or Base64url, also behind a name like <c>sha256=</c>.</param>
    /// <param name="timestamp">When it was signed: seconds since 1970 as the request writes them.</param>
    /// <param name="now">The clock here.</param>
    public static bool IsValid(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> body, string? signature, string? timestamp, DateTimeOffset now)
    {
        if (secret.IsEmpty || !IsCurrent(timestamp, now) || string.IsNullOrEmpty(signature) || signature.Length > MaxLength)
            return false;
        Span<byte> given = stackalloc byte[HashLength];
        return TryDecode(signature, given) && CryptographicOperations.FixedTimeEquals(given, Hash(secret, body, timestamp!));
    }

    /// <summary>Signs a request, in hexadecimal: for the other end, and for tests.</summary>
    /// <param name="secret">The shared secret.</param>
    /// <param name="body">The body.</param>
    /// <param name="timestamp">When: seconds since 1970, as the request will write them.</param>
    public static string Sign(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> body, string timestamp)
    {
        ArgumentException.ThrowIfNullOrEmpty(timestamp);
        return Convert.ToHexStringLower(Hash(secret, body, timestamp));
    }

    /// <summary>What an event is known by when it comes again: its own id, and where it has none, or a new one each time, who wrote what when.</summary>
    /// <param name="eventId">The id that the platform gives the event and repeats with it; nothing where it has none.</param>
    /// <param name="account">The account it came to.</param>
    /// <param name="sender">Who caused it.</param>
    /// <param name="sentAt">When, by the platform's clock.</param>
    /// <param name="content">What it says.</param>
    public static string EventKey(string? eventId, string account, string sender, DateTimeOffset sentAt, ReadOnlySpan<byte> content)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(sender);
        if (!string.IsNullOrWhiteSpace(eventId))
            return eventId;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        // With their lengths: no two parts can stand for two others.
        hash.AppendData(Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"{account.Length}:{account}{sender.Length}:{sender}{sentAt.ToUnixTimeMilliseconds()}:")));
        hash.AppendData(content);
        return $"made:{Convert.ToHexStringLower(hash.GetHashAndReset())}";
    }

    private static bool IsCurrent(string? timestamp, DateTimeOffset now) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds < 253_402_300_800
        && (now - DateTimeOffset.FromUnixTimeSeconds(seconds)).Duration() <= Tolerance;

    private static byte[] Hash(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> body, string timestamp)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret);
        hash.AppendData(Encoding.UTF8.GetBytes(timestamp));
        hash.AppendData("."u8);
        hash.AppendData(body);
        return hash.GetHashAndReset();
    }

    private static bool TryDecode(string signature, Span<byte> hash)
    {
        var text = signature.AsSpan().Trim();
        // A name in front; padding at the end is an equals sign too.
        if (text.IndexOf('=') is > 0 and < 10 and var name)
            text = text[(name + 1)..];
        if (text.Length == HashLength * 2)
            return Convert.FromHexString(text, hash, out _, out var written) == System.Buffers.OperationStatus.Done && written == HashLength;
        text = text.TrimEnd('=');
        Span<char> url = stackalloc char[MaxLength];
        text.CopyTo(url);
        url = url[..text.Length];
        url.Replace('+', '-');
        url.Replace('/', '_');
        return text.Length == 43 && Base64Url.TryDecodeFromChars(url, hash, out var decoded) && decoded == HashLength;
    }
}
