using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OpenClaw.Host.Configuration;

namespace OpenClaw.Host.Gateway.Handshake;

/// <summary>
/// Tells clients whether the configuration has changed, and nothing else about it. The digest is keyed by a value that never
/// leaves the process: a plain one would let a reader test guesses of the secrets in the document.
/// </summary>
internal sealed class ConfigFingerprint
{
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private Computed? _last;

    public JsonElement? Of(OpenClawConfig config)
    {
        if (_last is not { } last || !ReferenceEquals(last.Config, config))
        {
            var digest = HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(config.Raw.GetRawText()));
            var text = $"\"hmac-sha256:v1:{Base64Url.EncodeToString(digest)}\"";
            _last = last = new Computed(config, JsonElement.Parse(text));
        }

        return last.Fingerprint;
    }

    private sealed record Computed(OpenClawConfig Config, JsonElement Fingerprint);
}
