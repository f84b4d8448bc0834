namespace OpenClaw.Host.Plugins.Packages.Signatures;

/// <summary>Somebody whose signature on a package is sound.</summary>
/// <param name="Kind">One of the constants.</param>
/// <param name="Fingerprint">SHA-256 of the certificate in hex, or the public key in base64url.</param>
/// <param name="Name">What the certificate says; proves nothing.</param>
internal sealed record PackageSigner(string Kind, string Fingerprint, string? Name = null)
{
    public const string Certificate = "certificate";
    public const string Ed25519 = "ed25519";
}
