namespace OpenClaw.Host.Configuration.Model;

/// <summary><c>plugins.signatures</c>.</summary>
internal sealed record PluginSignaturesConfig
{
    public SignatureMode Mode { get; init; } = SignatureMode.Warn;

    public IReadOnlyList<TrustedSigner> TrustedSigners { get; init; } = [];
}
