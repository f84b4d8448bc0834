using NuGet.Versioning;
using OpenClaw.Host.Plugins.Packages.Extraction;
using OpenClaw.Host.Plugins.Packages.Resolution;
using OpenClaw.Host.Plugins.Packages.Signatures;

namespace OpenClaw.Host.Plugins.Packages.Feeds;

/// <summary>A folder of <c>.nupkg</c> files, flat or as <c>dotnet nuget push</c> lays them out (id/version/file).</summary>
internal sealed class FolderFeed(string name, string folder, PackageLimits limits) : IPackageFeed
{
    private const int MaxFiles = 20_000;
    private const int MaxSearched = 500;
    private const string Extension = ".nupkg";

    private static readonly EnumerationOptions Below = new() { RecurseSubdirectories = true, MaxRecursionDepth = 2, IgnoreInaccessible = true };

    public string Name => name;

    public string Address => folder;

    public Task<IReadOnlyList<NuGetVersion>> VersionsAsync(string id, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<NuGetVersion>>([.. FilesOf(id).Select(static one => one.Version).Distinct()]);

    public Task<Nuspec> NuspecAsync(string id, NuGetVersion version, CancellationToken cancellationToken)
    {
        using var archive = PackageArchive.Open(Find(id, version), limits);
        return Task.FromResult(archive.Nuspec);
    }

    public async Task DownloadAsync(string id, NuGetVersion version, Stream target, DownloadProgress? progress, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(Find(id, version));
        if (file.Length > limits.MaxPackageBytes)
            throw new PackageException($"{file.Name} has more than {limits.MaxPackageBytes >> 20} MiB.");
        await file.CopyToAsync(target, cancellationToken);
        progress?.Invoke(file.Length, file.Length);
    }

    public async Task<byte[]?> DetachedSignatureAsync(string id, NuGetVersion version, CancellationToken cancellationToken) =>
        new FileInfo(Find(id, version) + DetachedSignature.Extension) is { Exists: true, Length: <= DetachedSignature.MaxBytes } file
            ? await File.ReadAllBytesAsync(file.FullName, cancellationToken)
            : null;

    public Task<IReadOnlyList<FoundPackage>?> SearchAsync(string query, int limit, CancellationToken cancellationToken)
    {
        var found = Files().Take(MaxSearched).Select(Describe).OfType<Nuspec>()
            .Where(nuspec => nuspec.IsPlugin && Mentions(nuspec, query))
            .GroupBy(static nuspec => nuspec.Id, StringComparer.OrdinalIgnoreCase)
            .Select(static versions => versions.MaxBy(static nuspec => nuspec.Version)!)
            .Take(limit)
            .Select(nuspec => new FoundPackage
            {
                PackageName = nuspec.Id,
                Version = nuspec.Version.ToNormalizedString(),
                Description = nuspec.Description,
                Authors = nuspec.Authors,
                Source = Name,
            });
        return Task.FromResult<IReadOnlyList<FoundPackage>?>([.. found]);
    }

    /// <summary>The file of one version.</summary>
    public string Find(string id, NuGetVersion version) =>
        FilesOf(id).FirstOrDefault(one => one.Version == version).File ?? throw new PackageException($"{folder} has no {id} {version}.");

    private static bool Mentions(Nuspec nuspec, string query) =>
        nuspec.Id.Contains(query, StringComparison.OrdinalIgnoreCase) || nuspec.Description?.Contains(query, StringComparison.OrdinalIgnoreCase) == true;

    private Nuspec? Describe(string file)
    {
        try
        {
            using var archive = PackageArchive.Open(file, limits);
            return archive.Nuspec;
        }
        catch (PackageException)
        {
            // One broken file hides none of the others; installing it says what is wrong.
            return null;
        }
    }

    // The name of a file tells its version; whether that is true is seen when it is opened.
    private IEnumerable<(string File, NuGetVersion Version)> FilesOf(string id)
    {
        foreach (var file in Files())
        {
            var title = Path.GetFileNameWithoutExtension(file);
            if (title.Length > id.Length + 1 && title.StartsWith($"{id}.", StringComparison.OrdinalIgnoreCase)
                && char.IsAsciiDigit(title[id.Length + 1]) && NuGetVersion.TryParse(title[(id.Length + 1)..], out var version))
            {
                yield return (file, version);
            }
        }
    }

    private IEnumerable<string> Files()
    {
        if (!Directory.Exists(folder))
            throw new PackageException($"The package source {Name} is the folder {folder}, which is not there.");
        return Directory.EnumerateFiles(folder, $"*{Extension}", Below).Take(MaxFiles).Order(StringComparer.Ordinal);
    }
}
