namespace OpenClaw.Host.Plugins.Manifests;

/// <summary>A manifest, or everything that is wrong with it.</summary>
internal sealed record ManifestResult
{
    /// <summary>Set when there are no issues.</summary>
    public PluginManifest? Manifest { get; init; }

    /// <summary>The id where it could be read, so that a broken plugin is listed under its own name.</summary>
    public string? Id { get; init; }

    public IReadOnlyList<ManifestIssue> Issues { get; init; } = [];

    public string Reason => string.Join(" ", Issues);
}
