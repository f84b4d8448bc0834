using System.Security.Cryptography;
using System.Text.Json;
using OpenClaw.Protocol.Keys;

namespace OpenClaw.Client.Devices;

/// <summary>Keeps the private key of an identity in a file: PKCS #8 and SubjectPublicKeyInfo as PEM inside JSON.</summary>
internal static class DeviceIdentityFile
{
    private const string PrivateLabel = "PRIVATE KEY";
    private const string PublicLabel = "PUBLIC KEY";

    private static ReadOnlySpan<byte> Pkcs8Prefix => [0x30, 0x2E, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20];

    private static ReadOnlySpan<byte> SpkiPrefix => [0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00];

    public static byte[] LoadOrCreate(string path, TimeProvider time)
    {
        if (PrivateFile.Read(path) is { } content)
        {
            return Parse(path, content);
        }

        var seed = RandomNumberGenerator.GetBytes(Ed25519.SeedSize);
        if (PrivateFile.TryCreate(path, Write(seed, time)))
        {
            return seed;
        }

        // Another program of this user was quicker; its key is the key.
        return Parse(path, PrivateFile.Read(path) ?? []);
    }

    private static byte[] Write(byte[] seed, TimeProvider time)
    {
        var publicKey = new byte[Ed25519.PublicKeySize];
        Ed25519.Default.DerivePublicKey(seed, publicKey);
        var document = new DeviceIdentityDocument
        {
            DeviceId = DeviceKeys.IdOf(publicKey),
            PublicKeyPem = PemEncoding.WriteString(PublicLabel, [.. SpkiPrefix, .. publicKey]) + "\n",
            PrivateKeyPem = PemEncoding.WriteString(PrivateLabel, [.. Pkcs8Prefix, .. seed]) + "\n",
            CreatedAtMs = time.GetUtcNow().ToUnixTimeMilliseconds(),
        };
        return JsonSerializer.SerializeToUtf8Bytes(document, ClientJsonContext.Default.DeviceIdentityDocument);
    }

    private static byte[] Parse(string path, byte[] content)
    {
        try
        {
            var pem = JsonSerializer.Deserialize(content, ClientJsonContext.Default.DeviceIdentityDocument)?.PrivateKeyPem ?? "";
            if (PemEncoding.TryFind(pem, out var fields) && pem[fields.Label] == PrivateLabel)
            {
                var key = Convert.FromBase64String(pem[fields.Base64Data]);
                if (key.Length == Pkcs8Prefix.Length + Ed25519.SeedSize && key.AsSpan().StartsWith(Pkcs8Prefix))
                {
                    return key[Pkcs8Prefix.Length..];
                }
            }
        }
        catch (Exception error) when (error is JsonException or FormatException)
        {
            throw Unusable(path, error);
        }

        throw Unusable(path, null);
    }

    private static IOException Unusable(string path, Exception? cause) => new(
        $"The file '{path}' holds no Ed25519 device identity. Restore it from a backup, or delete it: a new identity is made, "
        + "and gateways have to approve this device again.",
        cause);
}
