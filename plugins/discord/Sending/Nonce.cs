using System.Security.Cryptography;
using System.Text;

namespace OpenClaw.Channels.Discord.Sending;

/// <summary>The word by which Discord knows a message again that is sent twice: 25 characters at most, made of the key of the send.</summary>
internal static class Nonce
{
    private const int Length = 25;

    public static string Of(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..Length];
}
