using System.Security.Cryptography;
using OpenClaw.Host.Plugins.Packages.Extraction;
using OpenClaw.Host.Plugins.Packages.Feeds;
using OpenClaw.Host.Plugins.Packages.LockFile;
using OpenClaw.Host.Plugins.Packages.Resolution;
using OpenClaw.Host.Plugins.Packages.Signatures;

namespace OpenClaw.Host.Plugins.Packages.Install;

/// <summary>Lays the packages that a plugin needs out beside it, for plugins that do not bring them.</summary>
internal sealed class DependencyStager(FeedSet feeds, PackageLimits limits, SignaturePolicy signatures)
{
    public async Task<IReadOnlyList<LockedDependency>> StageAsync(Nuspec root, StagingFolder staging, FileUnpacker unpacker, CancellationToken cancellationToken)
    {
        List<LockedDependency> staged = [];
        foreach (var package in await new DependencyResolver(feeds, limits).ResolveAsync(root, cancellationToken))
        {
            var (id, version) = (package.Nuspec.Id, package.Nuspec.Version);
            var path = staging.File($"dependency-{staged.Count}.nupkg");
            byte[] sum;
            await using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite))
            {
                await package.Feed.DownloadAsync(id, version, file, progress: null, cancellationToken);
                file.Position = 0;
                sum = await SHA512.HashDataAsync(file, cancellationToken);
            }

            using var archive = PackageArchive.Open(path, limits);
            archive.RequireIs(id, version, package.Feed.Name);
            // A publisher answers for what the plugin asks for; that nobody changed it on the way is asked of it as well.
            if (signatures.Mode != Configuration.Model.SignatureMode.Off && PackageSignature.Examine(archive) is { State: SignatureState.Broken, Problem: { } problem })
                throw new PackageException($"{id} {version}, which {root.Id} needs, is refused: {problem}.");
            await unpacker.UnpackAsync(archive, PackageLayout.OfLibrary(archive), cancellationToken);
            staged.Add(new LockedDependency(id, version.ToNormalizedString(), package.Feed.Address, Convert.ToBase64String(sum)));
        }

        return staged;
    }
}
