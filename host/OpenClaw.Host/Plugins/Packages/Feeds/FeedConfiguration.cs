using NuGet.Configuration;

namespace OpenClaw.Host.Plugins.Packages.Feeds;

/// <summary>Reads feeds, credentials and mapping from nuget.config: the one of the state directory or above it, and the user's.</summary>
internal sealed class FeedConfiguration(ISettings settings, FeedHttpFactory http, PackageLimits limits)
{
    public static FeedConfiguration Of(string directory, FeedHttpFactory http, PackageLimits limits)
    {
        try
        {
            return new FeedConfiguration(Settings.LoadDefaultSettings(directory), http, limits);
        }
        catch (NuGetConfigurationException error)
        {
            throw new PackageException($"nuget.config cannot be read: {error.Message}", error);
        }
    }

    /// <param name="source">One to use alone: the name of a configured one, an address, or a folder.</param>
    public FeedSet Open(string? source)
    {
        var configured = PackageSourceProvider.LoadPackageSources(settings).Where(static one => one.IsEnabled).ToList();
        if (source is not null)
        {
            var named = configured.FirstOrDefault(one => one.Name.Equals(source, StringComparison.OrdinalIgnoreCase) || one.Source == source
                || (Uri.TryCreate(one.Source, UriKind.Absolute, out var address) && !address.IsFile && HttpFeed.Canonical(address) == source));
            return new FeedSet([Open(named ?? new PackageSource(source, source))], mapping: null);
        }

        var mapping = PackageSourceMapping.GetPackageSourceMapping(settings);
        return new FeedSet(
            [.. configured.Select(Open)],
            mapping.IsEnabled ? mapping.GetConfiguredPackageSources : null);
    }

    private IPackageFeed Open(PackageSource source)
    {
        if (!source.IsHttp)
            return new FolderFeed(source.Name, Path.GetFullPath(source.SourceUri is { IsFile: true } uri ? uri.LocalPath : source.Source), limits);
        if (!Uri.TryCreate(source.Source, UriKind.Absolute, out var address))
            throw new PackageException($"The package source {source.Name} has the address '{source.Source}', which is none.");
        return new HttpFeed(source.Name, address, http.Create(address, source.AllowInsecureConnections, source.Credentials, limits), limits);
    }
}
