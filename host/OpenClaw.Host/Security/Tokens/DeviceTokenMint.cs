using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace OpenClaw.Host.Security.Tokens;

/// <summary>
/// Computes device tokens from a key of this gateway and the salt of each token, so that the same token can be handed out again
/// while the database holds none (docs/decisions/0006).
/// </summary>
internal sealed class DeviceTokenMint(SecurityKeys keys)
{
    public const int SaltSize = 16;

    public static byte[] NewSalt() => RandomNumberGenerator.GetBytes(SaltSize);

    public string Create(string deviceId, string role, ReadOnlySpan<byte> salt) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(keys.DeviceTokenKey, [
            .. "openclaw device token v1\n"u8, .. Encoding.UTF8.GetBytes(deviceId), (byte)'\n', .. Encoding.UTF8.GetBytes(role), (byte)'\n', .. salt,
        ]));

    /// <summary>A name under which a client may keep what its user has not sent yet: the same for the same caller, and told by nothing else.</summary>
    public string DraftScope(string caller) => Base64Url.EncodeToString(
        HMACSHA256.HashData(keys.DeviceTokenKey, [.. "openclaw draft scope v1\n"u8, .. Encoding.UTF8.GetBytes(caller)]));

    public bool Matches(string deviceId, string role, ReadOnlySpan<byte> salt, string candidate) =>
        SharedSecret.Matches(Create(deviceId, role, salt), candidate);
}
