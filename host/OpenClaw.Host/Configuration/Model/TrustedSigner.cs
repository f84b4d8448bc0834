namespace OpenClaw.Host.Configuration.Model;

/// <summary>Somebody whose packages are trusted: by the certificate or by the key.</summary>
internal sealed record TrustedSigner
{
    public string? Name { get; init; }

    /// <summary>SHA-256 of the certificate, in hex.</summary>
    public string? CertificateSha256 { get; init; }

    /// <summary>A public key, in base64.</summary>
    public string? Ed25519 { get; init; }
}
