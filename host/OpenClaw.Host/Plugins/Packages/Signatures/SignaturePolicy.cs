using OpenClaw.Host.Configuration.Model;
using OpenClaw.Protocol.Keys;

namespace OpenClaw.Host.Plugins.Packages.Signatures;

/// <summary>Decides by <c>plugins.signatures</c> whether a package may be used, from what was found about its signatures.</summary>
internal sealed class SignaturePolicy(PluginSignaturesConfig config)
{
    public SignatureMode Mode => config.Mode;

    /// <summary>Public keys that detached signatures may be by.</summary>
    public IReadOnlyList<string> Keys => [.. config.TrustedSigners.Select(static signer => signer.Ed25519).OfType<string>()];

    /// <summary>What is said to whoever installs; ends the installation where the mode wants that.</summary>
    /// <returns>A warning, or null.</returns>
    public string? Judge(string package, SignatureFinding finding)
    {
        if (Mode == SignatureMode.Off)
            return null;
        if (finding.State == SignatureState.Broken)
            throw new PackageException($"{package} is refused: {finding.Problem}.");
        if (Reason(finding.Signers) is not { } reason)
            return null;
        return Mode == SignatureMode.Require ? throw new PackageException($"{package} is refused: {reason}") : $"{package}: {reason}";
    }

    /// <returns>Null when one of them is trusted.</returns>
    public string? Reason(IReadOnlyCollection<PackageSigner> signers)
    {
        if (signers.Any(IsTrusted))
            return null;
        return signers.Count == 0
            ? "it is not signed. plugins.signatures.mode says whether that matters."
            : $"it is signed by {string.Join(" and ", signers.Select(static signer => $"'{signer.Name ?? signer.Kind}' ({signer.Fingerprint})"))}, and plugins.signatures.trustedSigners lists none of them.";
    }

    private bool IsTrusted(PackageSigner signer) => config.TrustedSigners.Any(trusted => signer.Kind == PackageSigner.Certificate
        ? trusted.CertificateSha256?.Replace(":", "", StringComparison.Ordinal).Equals(signer.Fingerprint, StringComparison.OrdinalIgnoreCase) == true
        : IsSameKey(trusted.Ed25519, signer.Fingerprint));

    private static bool IsSameKey(string? text, string encoded)
    {
        Span<byte> key = stackalloc byte[Ed25519.PublicKeySize];
        return text is not null && DeviceKeys.TryReadPublicKey(text, key) && DeviceKeys.Encode(key) == encoded;
    }
}
