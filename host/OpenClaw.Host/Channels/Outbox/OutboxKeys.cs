using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OpenClaw.Host.Channels.Outbox;

/// <summary>Keys of messages: of a row, and of each of its parts as platforms get it.</summary>
internal static class OutboxKeys
{
    private const int HashLength = 20;

    /// <summary>One caller's key is nobody else's: what another one sent under it is not told, and does not stand in the way.</summary>
    public static string OfSend(string caller, string idempotencyKey) => $"send:{Fingerprint(caller)[..HashLength]}:{idempotencyKey}";

    public static string OfRun(string runId) => $"run:{runId}";

    /// <summary>At most 25 characters, the least that a platform with keys of its own takes; the same for every attempt.</summary>
    public static string OfPart(string rowKey, int part) =>
        string.Create(CultureInfo.InvariantCulture, $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(rowKey)))[..HashLength]}.{part}");

    /// <summary>Tells two requests with one key apart.</summary>
    public static string Fingerprint(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
}
