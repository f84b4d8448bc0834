using System.Text;
using OpenClaw.Protocol.Keys;

namespace OpenClaw.Host.Plugins.Packages.Signatures;

/// <summary>
/// A signature in a file beside the package (<c>name.nupkg.sig</c>): Ed25519, in base64, over a line that names the SHA-512 of the
/// package. For publishers without a certificate.
/// </summary>
internal static class DetachedSignature
{
    public const string Extension = ".sig";
    public const int MaxBytes = 1024;

    private const string Purpose = "openclaw-plugin-package-v1";

    /// <summary>What is signed.</summary>
    /// <param name="sha512">Of the package.</param>
    public static byte[] Message(ReadOnlySpan<byte> sha512) => Encoding.ASCII.GetBytes($"{Purpose} {Convert.ToHexStringLower(sha512)}\n");

    /// <param name="content">The file.</param>
    /// <param name="sha512">Of the package.</param>
    /// <param name="keys">Public keys of publishers; a signature does not tell whose it is.</param>
    public static SignatureFinding Examine(byte[] content, ReadOnlySpan<byte> sha512, IEnumerable<string> keys)
    {
        Span<byte> signature = stackalloc byte[Ed25519.SignatureSize];
        if (!DeviceKeys.TryReadSignature(Encoding.ASCII.GetString(content).Trim(), signature))
            return SignatureFinding.Broken("the file beside it is no Ed25519 signature in base64");
        var message = Message(sha512);
        Span<byte> key = stackalloc byte[Ed25519.PublicKeySize];
        foreach (var text in keys)
        {
            if (DeviceKeys.TryReadPublicKey(text, key) && Ed25519.Default.Verify(key, message, signature))
                return new SignatureFinding(SignatureState.Valid, [new PackageSigner(PackageSigner.Ed25519, DeviceKeys.Encode(key))]);
        }

        return SignatureFinding.Broken("the signature beside it is by nobody in plugins.signatures.trustedSigners, or about another package");
    }
}
