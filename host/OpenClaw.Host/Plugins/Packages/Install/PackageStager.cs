using System.Security.Cryptography;
using OpenClaw.Host.Plugins.Discovery;
using OpenClaw.Host.Plugins.Loading;
using OpenClaw.Host.Plugins.Manifests;
using OpenClaw.Host.Plugins.Packages.Extraction;
using OpenClaw.Host.Plugins.Packages.Feeds;
using OpenClaw.Host.Plugins.Packages.LockFile;
using OpenClaw.Host.Plugins.Packages.Resolution;
using OpenClaw.Host.Plugins.Packages.Signatures;

namespace OpenClaw.Host.Plugins.Packages.Install;

/// <summary>Turns a package or a folder into an unpacked plugin in staging, and checks all that can be checked without running it.</summary>
internal sealed class PackageStager(PackageLimits limits, SignaturePolicy signatures, TimeProvider time)
{
    public async Task<StagedPlugin> StageFolderAsync(string folder, StagingFolder staging, CancellationToken cancellationToken)
    {
        var unpacker = new FileUnpacker(staging.Content, limits);
        await unpacker.CopyAsync(folder, cancellationToken);
        var manifest = ManifestOf(staging, folder);
        var version = manifest.Version.ToNormalizedString();
        var note = signatures.Judge($"{manifest.Id} {version}", SignatureFinding.Unsigned);
        return new StagedPlugin
        {
            Manifest = manifest,
            Notes = note is null ? [] : [note],
            Entry = new LockedPlugin
            {
                PackageName = manifest.Id,
                Version = version,
                Source = folder,
                InstalledAt = time.GetUtcNow(),
                Permissions = manifest.Permissions,
                Files = unpacker.Written,
                Stamp = Finish(staging, manifest.Id, version),
            },
        };
    }

    public async Task<StagedPlugin> StagePackageAsync(
        ObtainedPackage obtained, InstallRequest request, FeedSet feeds, StagingFolder staging, Action<InstallPhase> report, CancellationToken cancellationToken)
    {
        report(InstallPhase.Verifying);
        var sum = await SumAsync(obtained.File, cancellationToken);
        using var archive = PackageArchive.Open(obtained.File, limits);
        var name = $"{archive.Nuspec.Id} {archive.Nuspec.Version}";
        RequireIntegrity(name, sum, request.ExpectedIntegrity);
        var finding = Examine(archive, obtained.Detached, sum);
        var note = signatures.Judge(name, finding);
        if (ContractGate.Reason(archive.Nuspec) is { } misfit)
            throw new PackageException(misfit);

        report(InstallPhase.Unpacking);
        var unpacker = new FileUnpacker(staging.Content, limits);
        await unpacker.UnpackAsync(archive, PackageLayout.OfPlugin(archive), cancellationToken);
        var dependencies = PackageLayout.IsWhole(archive)
            ? []
            : await new DependencyStager(feeds, limits, signatures).StageAsync(archive.Nuspec, staging, unpacker, cancellationToken);
        var manifest = ManifestOf(staging, name);
        var version = archive.Nuspec.Version.ToNormalizedString();
        if (manifest.Version.ToNormalizedString() != version)
            throw new PackageException($"{name} holds version {manifest.Version} of the plugin {manifest.Id}. A package has the version of its plugin; ask its author for a sound one.");
        return new StagedPlugin
        {
            Manifest = manifest,
            Notes = note is null ? [] : [note],
            Entry = new LockedPlugin
            {
                PackageName = archive.Nuspec.Id,
                Version = version,
                Source = obtained.Source,
                FromFeed = obtained.FromFeed,
                Sha512 = Convert.ToBase64String(sum),
                Signers = finding.Signers,
                Permissions = manifest.Permissions,
                InstalledAt = time.GetUtcNow(),
                Files = unpacker.Written,
                Dependencies = dependencies,
                Stamp = Finish(staging, archive.Nuspec.Id, version),
            },
        };
    }

    private SignatureFinding Examine(PackageArchive archive, byte[]? detached, byte[] sum)
    {
        if (signatures.Mode == Configuration.Model.SignatureMode.Off)
            return SignatureFinding.Unsigned;
        var inside = PackageSignature.Examine(archive);
        if (detached is null || signatures.Keys.Count == 0 || inside.State == SignatureState.Broken)
            return inside;
        var beside = DetachedSignature.Examine(detached, sum, signatures.Keys);
        return beside.State == SignatureState.Broken ? beside : beside with { Signers = [.. beside.Signers, .. inside.Signers] };
    }

    private static PluginManifest ManifestOf(StagingFolder staging, string origin)
    {
        var read = ManifestReader.Read(staging.Content);
        var manifest = read.Manifest ?? throw new PackageException($"{origin} is no sound plugin: {read.Reason}");
        return (ContractCheck.Reason(manifest) ?? FrameworkCheck.Reason(staging.Content, manifest)) is { } misfit ? throw new PackageException(misfit) : manifest;
    }

    private static string Finish(StagingFolder staging, string package, string version)
    {
        File.WriteAllText(Path.Combine(staging.Content, InstallPaths.MarkerName), $"{package} {version}\n");
        return FolderFingerprint.Of(staging.Content);
    }

    private static void RequireIntegrity(string name, byte[] sum, string? expected)
    {
        const string Prefix = "sha512-";
        if (expected is null)
            return;
        var text = expected.StartsWith(Prefix, StringComparison.Ordinal) ? expected[Prefix.Length..] : expected;
        if (text != Convert.ToBase64String(sum))
            throw new PackageException($"{name} is refused: its SHA-512 is {Convert.ToBase64String(sum)}, and {text} was expected.");
    }

    private static async Task<byte[]> SumAsync(string file, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(file);
        return await SHA512.HashDataAsync(stream, cancellationToken);
    }
}
