using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OpenClaw.Host.Channels.Pairing;

/// <summary>A stranger who wrote to an account and waits to be let in. Its text form never shows the code.</summary>
internal sealed record PairingRequest
{
    private const int IdLength = 32;

    public required string Channel { get; init; }

    public required string AccountId { get; init; }

    /// <summary>The sender as the channel compares senders.</summary>
    public required string SenderId { get; init; }

    public required string Code { get; init; }

    /// <summary>When it was made, in milliseconds since 1970.</summary>
    public required long CreatedAt { get; init; }

    /// <summary>When the sender wrote last.</summary>
    public required long LastSeenAt { get; init; }

    /// <summary>What the platform says of the sender.</summary>
    public IReadOnlyDictionary<string, string> Meta { get; init; } = new Dictionary<string, string>();

    /// <summary>Where the sender wrote; null when that is not known.</summary>
    public string? ChatId { get; init; }

    public string? ThreadId { get; init; }

    public long ExpiresAt => CreatedAt + (long)ChannelPairing.Lifetime.TotalMilliseconds;

    /// <summary>Names the request without giving its code away.</summary>
    public string Id
    {
        get
        {
            var text = string.Join('\0', Channel, AccountId, SenderId, Iso(CreatedAt));
            return Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..IdLength];
        }
    }

    public static string Iso(long at) =>
        DateTimeOffset.FromUnixTimeMilliseconds(at).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public override string ToString() => $"{nameof(PairingRequest)} {{ Channel = {Channel}, AccountId = {AccountId} }}";
}
