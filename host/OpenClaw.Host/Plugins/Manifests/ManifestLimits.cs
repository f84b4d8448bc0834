namespace OpenClaw.Host.Plugins.Manifests;

/// <summary>A manifest is a stranger's file until it is checked.</summary>
internal static class ManifestLimits
{
    public const int MaxBytes = 256 * 1024;
    public const int MaxDepth = 32;
    public const int MaxIdLength = 64;
    public const int MaxTextLength = 512;
    public const int MaxPermissions = 32;
    public const int MaxOffers = 64;

    /// <summary>Longest piece of a wrong value that is repeated in an error.</summary>
    public const int MaxQuotedLength = 80;
}
