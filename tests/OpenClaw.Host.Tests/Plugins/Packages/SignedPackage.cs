using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace OpenClaw.Host.Tests.Plugins.Packages;

/// <summary>Signs packages as their publishers do: the sum of the whole archive, signed, stored as one more entry behind the others.</summary>
internal static class SignedPackage
{
    private const int EndLength = 22;

    public static X509Certificate2 Certificate(string name)
    {
        using var key = RSA.Create(2048);
        return new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch.AddYears(50), DateTimeOffset.UnixEpoch.AddYears(90));
    }

    public static string FingerprintOf(X509Certificate2 certificate) => certificate.GetCertHashString(HashAlgorithmName.SHA256);

    public static byte[] Sign(byte[] package, X509Certificate2 certificate)
    {
        var content = $"Version:1\n\n2.16.840.1.101.3.4.2.1-Hash:{Convert.ToBase64String(SHA256.HashData(package))}\n\n";
        var signed = new SignedCms(new ContentInfo(Encoding.UTF8.GetBytes(content)));
        signed.ComputeSignature(new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificate));
        return Append(package, ".signature.p7s", signed.Encode());
    }

    /// <summary>Adds one stored entry and changes nothing else.</summary>
    public static byte[] Append(byte[] package, string name, byte[] content)
    {
        var end = package.Length - EndLength;
        var offset = (int)BinaryPrimitives.ReadUInt32LittleEndian(package.AsSpan(end + 16));
        var count = BinaryPrimitives.ReadUInt16LittleEndian(package.AsSpan(end + 10));
        byte[] local = [.. Header(0x04034b50, 20, content), .. Number((ushort)name.Length), 0, 0, .. Encoding.ASCII.GetBytes(name), .. content];
        byte[] line =
        [
            .. Header(0x02014b50, 20, content, central: true), .. Number((ushort)name.Length), .. new byte[12], .. BitConverter.GetBytes(offset),
            .. Encoding.ASCII.GetBytes(name),
        ];
        byte[] closing = [.. package[end..]];
        BinaryPrimitives.WriteUInt16LittleEndian(closing.AsSpan(8), (ushort)(count + 1));
        BinaryPrimitives.WriteUInt16LittleEndian(closing.AsSpan(10), (ushort)(count + 1));
        BinaryPrimitives.WriteInt32LittleEndian(closing.AsSpan(12), end - offset + line.Length);
        BinaryPrimitives.WriteInt32LittleEndian(closing.AsSpan(16), offset + local.Length);
        return [.. package[..offset], .. local, .. package[offset..end], .. line, .. closing];
    }

    private static byte[] Header(uint mark, ushort version, byte[] content, bool central = false) =>
    [
        .. BitConverter.GetBytes(mark), .. central ? Number(version) : [], .. Number(version), .. new byte[4], .. new byte[4],
        .. BitConverter.GetBytes(Crc(content)), .. BitConverter.GetBytes(content.Length), .. BitConverter.GetBytes(content.Length),
    ];

    private static uint Crc(byte[] content)
    {
        var crc = uint.MaxValue;
        foreach (var value in content)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
        }

        return ~crc;
    }

    private static byte[] Number(ushort number) => BitConverter.GetBytes(number);
}
