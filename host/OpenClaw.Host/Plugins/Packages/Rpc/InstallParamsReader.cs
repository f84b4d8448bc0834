using OpenClaw.Host.Plugins.Packages.Install;

namespace OpenClaw.Host.Plugins.Packages.Rpc;

/// <summary>Turns the parameters of <c>plugins.install</c> into what is to be done.</summary>
internal static class InstallParamsReader
{
    public static InstallRequest Read(PluginsInstallParams parameters)
    {
        if (parameters.Source is not (PluginsInstallParams.Nuget or PluginsInstallParams.Local))
            throw new PackageException($"source = '{parameters.Source}': this gateway installs from {PluginsInstallParams.Nuget} and {PluginsInstallParams.Local}");
        if (parameters.Link is true)
            throw new PackageException("link: a folder is not linked to; name it under plugins.load.paths instead");
        var (name, version) = NamePart(parameters);
        var path = parameters.Source == PluginsInstallParams.Local
            ? parameters.Path ?? parameters.ArchivePath ?? throw new PackageException("path: name a .nupkg file or a plugin folder of the gateway's machine")
            : null;
        if (path is not null && !Path.IsPathFullyQualified(path))
            throw new PackageException($"path = '{path}': write the whole path");
        return new InstallRequest
        {
            PackageName = path is null ? name : null,
            Version = parameters.Version ?? version,
            Path = path,
            Feed = parameters.Feed,
            ExpectedPluginId = parameters.ExpectedPluginId,
            ExpectedIntegrity = parameters.ExpectedIntegrity,
            AllowDowngrade = parameters.AllowDowngrade ?? false,
            Force = parameters.Force ?? false,
            Pin = parameters.Pin,
            DryRun = parameters.DryRun ?? false,
            AcceptedReview = parameters.AcknowledgeCapabilities?.ReviewToken,
            AcceptWarnings = parameters.AcknowledgeInstallPolicyWarning ?? false,
        };
    }

    /// <returns>The plugin to update; null to install.</returns>
    public static string? ToUpdate(PluginsInstallParams parameters) => parameters.Mode == PluginsInstallParams.Update
        ? parameters.PluginId ?? parameters.PackageName ?? throw new PackageException("pluginId: name the plugin to update")
        : null;

    // A spec is id or id@version.
    private static (string? Name, string? Version) NamePart(PluginsInstallParams parameters)
    {
        if (parameters.PackageName is not null || parameters.Spec is not { } spec)
            return (parameters.PackageName, null);
        var cut = spec.IndexOf('@', StringComparison.Ordinal);
        return cut < 0 ? (spec, null) : (spec[..cut], spec[(cut + 1)..]);
    }
}
