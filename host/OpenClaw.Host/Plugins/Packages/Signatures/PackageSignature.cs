using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using OpenClaw.Host.Plugins.Packages.Extraction;

namespace OpenClaw.Host.Plugins.Packages.Signatures;

/// <summary>
/// The signature inside a package (<c>.signature.p7s</c>): of its author, of a repository, or of both. Says whether it is about
/// these bytes and which certificates it is by; whether those are trusted is the policy's business.
/// </summary>
internal static class PackageSignature
{
    public const string FileName = ".signature.p7s";

    private const long MaxBytes = 1L << 20;
    private const string HashMark = "-Hash:";

    public static SignatureFinding Examine(PackageArchive archive)
    {
        var records = archive.Directory.Records.Where(static record => record.Name.Equals(FileName, StringComparison.OrdinalIgnoreCase)).ToList();
        if (records.Count == 0)
            return SignatureFinding.Unsigned;
        try
        {
            var signed = new SignedCms();
            signed.Decode(PackageArchive.ReadBounded(archive.Find(FileName)!, MaxBytes, $"The signature of {archive.Name}"));
            // Of the signers and of those who signed on top of them; certificates are pinned, so their chains say nothing more.
            signed.CheckSignature(verifySignatureOnly: true);
            var (algorithm, expected) = StatedHash(signed.ContentInfo.Content);
            if (!CryptographicOperations.FixedTimeEquals(SignedContentHash.Compute(archive, records.Single(), algorithm), expected))
                return SignatureFinding.Broken("it was changed after it was signed");
            return new SignatureFinding(SignatureState.Valid, [.. SignersOf(signed)]);
        }
        catch (Exception error) when (error is CryptographicException or FormatException or InvalidDataException)
        {
            return SignatureFinding.Broken($"its signature is not sound ({error.Message})");
        }
    }

    private static IEnumerable<PackageSigner> SignersOf(SignedCms signed) =>
        signed.SignerInfos.Cast<SignerInfo>()
            .SelectMany(static signer => signer.CounterSignerInfos.Cast<SignerInfo>().Prepend(signer))
            .Select(static signer => signer.Certificate)
            .OfType<X509Certificate2>()
            .Select(static certificate => new PackageSigner(
                PackageSigner.Certificate, certificate.GetCertHashString(HashAlgorithmName.SHA256).ToLowerInvariant(), certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false)));

    // Lines "key:value"; the key of the sum is the object identifier of its algorithm.
    private static (HashAlgorithmName Algorithm, byte[] Hash) StatedHash(byte[] content)
    {
        foreach (var line in Encoding.UTF8.GetString(content).Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.IndexOf(HashMark, StringComparison.Ordinal) is not (> 0 and var cut))
                continue;
            var algorithm = line[..cut] switch
            {
                "2.16.840.1.101.3.4.2.1" => HashAlgorithmName.SHA256,
                "2.16.840.1.101.3.4.2.2" => HashAlgorithmName.SHA384,
                "2.16.840.1.101.3.4.2.3" => HashAlgorithmName.SHA512,
                var other => throw new FormatException($"unknown sum {other}"),
            };
            return (algorithm, Convert.FromBase64String(line[(cut + HashMark.Length)..]));
        }

        throw new FormatException("it names no sum");
    }
}
