using NuGet.Versioning;

namespace OpenClaw.Host.Plugins.Packages.Resolution;

/// <summary>What a package says about itself.</summary>
internal sealed record Nuspec
{
    public const string PluginType = "OpenClawPlugin";

    public required string Id { get; init; }

    public required NuGetVersion Version { get; init; }

    public string? Description { get; init; }

    public string? Authors { get; init; }

    public IReadOnlyList<string> PackageTypes { get; init; } = [];

    public IReadOnlyList<DependencyGroup> Groups { get; init; } = [];

    public bool IsPlugin => PackageTypes.Contains(PluginType, StringComparer.OrdinalIgnoreCase);

    /// <summary>What it asks for on the framework of this process.</summary>
    public IReadOnlyList<PackageDependency> Dependencies =>
        Frameworks.Nearest(Groups, static group => group.Framework)?.Dependencies ?? [];
}
