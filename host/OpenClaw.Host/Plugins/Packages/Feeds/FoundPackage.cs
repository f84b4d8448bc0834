namespace OpenClaw.Host.Plugins.Packages.Feeds;

/// <summary>One plugin that a search found.</summary>
internal sealed record FoundPackage
{
    public required string PackageName { get; init; }

    public required string Version { get; init; }

    public string? Description { get; init; }

    public string? Authors { get; init; }

    /// <summary>The name of its feed.</summary>
    public required string Source { get; init; }
}
