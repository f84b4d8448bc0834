namespace OpenClaw.Host.Plugins.Packages.Signatures;

/// <summary>What was found about the signatures of one package.</summary>
internal sealed record SignatureFinding(SignatureState State, IReadOnlyList<PackageSigner> Signers, string? Problem = null)
{
    public static SignatureFinding Unsigned { get; } = new(SignatureState.Unsigned, []);

    public static SignatureFinding Broken(string problem) => new(SignatureState.Broken, [], problem);
}
