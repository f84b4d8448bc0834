using OpenClaw.Host.Plugins.Lifecycle;
using OpenClaw.Host.Plugins.Packages.Install;

namespace OpenClaw.Host.Plugins.Packages.Rpc;

/// <summary>Answer of <c>plugins.install</c>, and what the command line prints for scripts.</summary>
internal sealed record PluginsInstallResult
{
    public bool Ok { get; init; } = true;

    public required string PluginId { get; init; }

    public required string PackageName { get; init; }

    public required string Version { get; init; }

    public string? PreviousVersion { get; init; }

    public required string Source { get; init; }

    /// <summary>SHA-512 of the package, in base64.</summary>
    public string? Integrity { get; init; }

    /// <summary>False when it was there already, and for a dry run.</summary>
    public required bool Changed { get; init; }

    public required IReadOnlyList<string> Permissions { get; init; }

    public required IReadOnlyList<string> Warnings { get; init; }

    public required IReadOnlyList<string> Notes { get; init; }

    public required IReadOnlyList<string> Dependencies { get; init; }

    /// <summary>What to send as acknowledgeCapabilities.reviewToken.</summary>
    public required string ReviewToken { get; init; }

    /// <summary>How the plugin stands in the gateway.</summary>
    public string? State { get; init; }

    public int? Generation { get; init; }

    public static PluginsInstallResult Of(InstallReview review, bool changed, PluginStatus? status = null) => new()
    {
        PluginId = review.PluginId,
        PackageName = review.PackageName,
        Version = review.Version,
        PreviousVersion = review.PreviousVersion,
        Source = review.Source,
        Integrity = review.Sha512,
        Changed = changed,
        Permissions = review.Permissions,
        Warnings = review.Warnings,
        Notes = review.Notes,
        Dependencies = [.. review.Dependencies.Select(static one => one[..one.LastIndexOf(' ')])],
        ReviewToken = review.Token,
        State = status?.State.ToString().ToLowerInvariant(),
        Generation = status?.Generation,
    };
}
