namespace OpenClaw.Host.Plugins.Packages.Install;

/// <summary>What somebody wants installed.</summary>
internal sealed record InstallRequest
{
    /// <summary>A package of a feed.</summary>
    public string? PackageName { get; init; }

    /// <summary>Which version of it; null for the latest.</summary>
    public string? Version { get; init; }

    /// <summary>A <c>.nupkg</c> file or a plugin folder instead.</summary>
    public string? Path { get; init; }

    /// <summary>The one feed to ask: a name of nuget.config, an address or a folder.</summary>
    public string? Feed { get; init; }

    /// <summary>Where the package itself comes from, whatever its dependencies come from; null where <see cref="Feed"/> says it.</summary>
    public string? RootFeed { get; init; }

    /// <summary>The plugin it must be.</summary>
    public string? ExpectedPluginId { get; init; }

    /// <summary>The SHA-512 the package must have, as <c>sha512-…</c> or plain base64.</summary>
    public string? ExpectedIntegrity { get; init; }

    public bool AllowDowngrade { get; init; }

    /// <summary>Replaces the same version, and a folder that was put there by hand.</summary>
    public bool Force { get; init; }

    public bool? Pin { get; init; }

    public bool DryRun { get; init; }

    /// <summary>The token of the review that was accepted.</summary>
    public string? AcceptedReview { get; init; }

    /// <summary>Warnings were read, whatever they are.</summary>
    public bool AcceptWarnings { get; init; }
}
