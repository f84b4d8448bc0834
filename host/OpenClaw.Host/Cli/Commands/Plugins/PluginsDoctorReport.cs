namespace OpenClaw.Host.Cli.Commands.Plugins;

/// <summary>What <c>plugins doctor</c> found.</summary>
internal sealed record PluginsDoctorReport
{
    public bool Ok { get; init; }

    public required IReadOnlyList<PluginIssue> PluginErrors { get; init; }

    public IReadOnlyList<PluginIssue> Diagnostics { get; init; } = [];

    public required IReadOnlyList<PluginIssue> SourceShadowing { get; init; }

    public required IReadOnlyList<PluginIssue> Compatibility { get; init; }

    public required IReadOnlyList<PluginIssue> ConfigurationWarnings { get; init; }

    internal bool IsEmpty => PluginErrors.Count + SourceShadowing.Count + Compatibility.Count + ConfigurationWarnings.Count == 0;
}
