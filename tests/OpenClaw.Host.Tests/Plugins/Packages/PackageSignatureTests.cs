using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NuGet.Configuration;
using NuGet.Versioning;
using OpenClaw.Host.Configuration.Model;
using OpenClaw.Host.Plugins.Packages;
using OpenClaw.Host.Plugins.Packages.Extraction;
using OpenClaw.Host.Plugins.Packages.Install;
using OpenClaw.Host.Plugins.Packages.Signatures;
using OpenClaw.Protocol.Keys;

namespace OpenClaw.Host.Tests.Plugins.Packages;

public sealed class PackageSignatureTests : IDisposable
{
    private readonly PackageBench _bench = new();
    private readonly X509Certificate2 _publisher = SignedPackage.Certificate("Acme");

    private InstallRequest Request => new() { Path = _bench["p.nupkg"] };

    public void Dispose()
    {
        _publisher.Dispose();
        _bench.Dispose();
    }

    [Fact]
    [Trait("Threat", "PLG-01")]
    public async Task A_package_signed_by_somebody_trusted_is_taken_and_loaded()
    {
        Trust(SignatureMode.Require, _publisher);
        Write(SignedPackage.Sign(new TestPackage().Build(), _publisher));

        var result = await _bench.InstallAsync(Request with { AcceptWarnings = true });

        Assert.Empty(result.Review.Notes);
        Assert.Equal("Acme", Assert.Single(_bench.Lock.Plugins["sample"].Signers).Name);
        Assert.Null(_bench.LoadRefusal());
    }

    [Fact]
    [Trait("Threat", "PLG-01")]
    public async Task Where_signatures_are_required_unsigned_and_foreign_packages_are_refused()
    {
        using var stranger = SignedPackage.Certificate("Acme");
        Trust(SignatureMode.Require, _publisher);

        Write(new TestPackage().Build());
        Assert.Contains("it is not signed", await _bench.RefusalAsync(Request), StringComparison.Ordinal);
        Write(SignedPackage.Sign(new TestPackage().Build(), stranger));
        Assert.Contains("trustedSigners lists none of them", await _bench.RefusalAsync(Request), StringComparison.Ordinal);
        Assert.Empty(_bench.Left());
    }

    [Fact]
    [Trait("Threat", "PLG-01")]
    public async Task A_package_changed_after_signing_is_refused_even_where_signatures_are_only_warned_about()
    {
        var signed = SignedPackage.Sign(new TestPackage().Build(), _publisher);
        var added = SignedPackage.Append(new TestPackage().Build(), "plugin/more.dll", [1]);
        byte[] signature = ContentOf(signed, ".signature.p7s");

        Write(SignedPackage.Append(signed, "plugin/more.dll", [1, 2, 3]));
        Assert.Contains("was changed after it was signed", await _bench.RefusalAsync(Request), StringComparison.Ordinal);
        Write(SignedPackage.Append(added, ".signature.p7s", signature));
        Assert.Contains("was changed after it was signed", await _bench.RefusalAsync(Request), StringComparison.Ordinal);
        Write(SignedPackage.Append(added, ".signature.p7s", [1, 2, 3]));
        Assert.Contains("its signature is not sound", await _bench.RefusalAsync(Request), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Threat", "PLG-01")]
    public async Task A_changed_package_that_somebody_else_signed_again_is_not_the_publishers()
    {
        using var stranger = SignedPackage.Certificate("Acme");
        Trust(SignatureMode.Require, _publisher);
        Write(SignedPackage.Sign(SignedPackage.Append(new TestPackage().Build(), "plugin/more.dll", [1]), stranger));

        Assert.Contains("lists none of them", await _bench.RefusalAsync(Request), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Threat", "PLG-01")]
    public async Task What_was_installed_unsigned_is_not_loaded_once_signatures_are_required()
    {
        await _bench.InstallAsync(new TestPackage());

        Trust(SignatureMode.Require, _publisher);

        Assert.Contains("it is not signed", _bench.LoadRefusal(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unsigned_package_is_taken_with_a_note_or_silently()
    {
        Assert.Contains("it is not signed", Assert.Single((await _bench.InstallAsync(new TestPackage())).Review.Notes), StringComparison.Ordinal);
        Trust(SignatureMode.Off);
        Assert.Empty((await _bench.InstallAsync(new TestPackage { Version = "2.0.0" })).Review.Notes);
    }

    [Fact]
    public async Task A_signature_beside_the_package_counts_when_its_key_is_trusted()
    {
        var seed = RandomNumberGenerator.GetBytes(Ed25519.SeedSize);
        var key = new byte[Ed25519.PublicKeySize];
        Ed25519.Default.DerivePublicKey(seed, key);
        _bench.Config = new PluginsConfig { Signatures = new() { Mode = SignatureMode.Require, TrustedSigners = [new() { Ed25519 = Convert.ToBase64String(key) }] } };
        var package = new TestPackage().Build();
        var signature = new byte[Ed25519.SignatureSize];
        Ed25519.Default.Sign(seed, DetachedSignature.Message(SHA512.HashData(package)), signature);
        Write(package);
        File.WriteAllText(_bench["p.nupkg.sig"], Convert.ToBase64String(signature));

        Assert.True((await _bench.InstallAsync(Request)).Changed);
        Write(new TestPackage { Version = "2.0.0" }.Build());
        Assert.Contains("by nobody in plugins.signatures.trustedSigners, or about another package", await _bench.RefusalAsync(Request), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_package_whose_sum_is_not_the_expected_one_is_refused()
    {
        var package = new TestPackage().Build();
        Write(package);

        Assert.Contains("was expected", await _bench.RefusalAsync(Request with { ExpectedIntegrity = "sha512-AAAA" }), StringComparison.Ordinal);
        Assert.True((await _bench.InstallAsync(Request with { ExpectedIntegrity = $"sha512-{Convert.ToBase64String(SHA512.HashData(package))}" })).Changed);
    }

    [Fact]
    public void A_package_that_nuget_org_has_signed_is_sound_and_a_changed_one_is_not()
    {
        // As the build has restored it.
        var version = typeof(NuGetVersion).Assembly.GetName().Version!.ToString(3);
        var file = Path.Combine(SettingsUtility.GetGlobalPackagesFolder(NullSettings.Instance), "nuget.versioning", version, $"nuget.versioning.{version}.nupkg");
        if (!File.Exists(file))
            return;
        using (var archive = PackageArchive.Open(file, PackageLimits.Default))
        {
            var finding = PackageSignature.Examine(archive);
            Assert.True(finding.State == SignatureState.Valid, finding.Problem);
            Assert.NotEmpty(finding.Signers);
        }

        var changed = File.ReadAllBytes(file);
        changed[200] ^= 1;
        Write(changed);
        using var other = PackageArchive.Open(_bench["p.nupkg"], PackageLimits.Default);
        Assert.Equal(SignatureState.Broken, PackageSignature.Examine(other).State);
    }

    private static byte[] ContentOf(byte[] package, string name)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(package));
        using var content = zip.GetEntry(name)!.Open();
        var copy = new MemoryStream();
        content.CopyTo(copy);
        return copy.ToArray();
    }

    private void Write(byte[] package) => File.WriteAllBytes(_bench["p.nupkg"], package);

    private void Trust(SignatureMode mode, params X509Certificate2[] certificates) => _bench.Config = new PluginsConfig
    {
        Signatures = new() { Mode = mode, TrustedSigners = [.. certificates.Select(static one => new TrustedSigner { CertificateSha256 = SignedPackage.FingerprintOf(one) })] },
    };
}
