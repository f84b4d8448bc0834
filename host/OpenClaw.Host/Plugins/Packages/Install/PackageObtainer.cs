using NuGet.Versioning;
using OpenClaw.Host.Plugins.Packages.Extraction;
using OpenClaw.Host.Plugins.Packages.Feeds;
using OpenClaw.Host.Plugins.Packages.Resolution;
using OpenClaw.Host.Plugins.Packages.Signatures;

namespace OpenClaw.Host.Plugins.Packages.Install;

/// <summary>Brings a package file into staging, where nobody changes it any more while it is checked.</summary>
internal sealed class PackageObtainer(PackageLimits limits)
{
    private const string FileName = "package.nupkg";

    public async Task<ObtainedPackage> CopyAsync(string path, StagingFolder staging, CancellationToken cancellationToken)
    {
        if (new FileInfo(path).Length > limits.MaxPackageBytes)
            throw new PackageException($"{path} has more than {limits.MaxPackageBytes >> 20} MiB.");
        var copy = staging.File(FileName);
        File.Copy(path, copy);
        var detached = new FileInfo(path + DetachedSignature.Extension) is { Exists: true, Length: <= DetachedSignature.MaxBytes } signature
            ? await File.ReadAllBytesAsync(signature.FullName, cancellationToken)
            : null;
        return new ObtainedPackage(copy, path, FromFeed: false, detached);
    }

    public async Task<ObtainedPackage> DownloadAsync(ResolvedPackage package, bool withDetached, StagingFolder staging, DownloadProgress progress, CancellationToken cancellationToken)
    {
        var (id, version) = (package.Nuspec.Id, package.Nuspec.Version);
        var path = staging.File(FileName);
        await using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write))
            await package.Feed.DownloadAsync(id, version, file, progress, cancellationToken);
        using (var archive = PackageArchive.Open(path, limits))
            archive.RequireIs(id, version, package.Feed.Name);
        var detached = withDetached ? await DetachedAsync(package.Feed, id, version, cancellationToken) : null;
        return new ObtainedPackage(path, package.Feed.Address, FromFeed: true, detached);
    }

    private static Task<byte[]?> DetachedAsync(IPackageFeed feed, string id, NuGetVersion version, CancellationToken cancellationToken) =>
        feed.DetachedSignatureAsync(id, version, cancellationToken);
}
