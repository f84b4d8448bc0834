using System.Buffers.Binary;
using System.Security.Cryptography;
using OpenClaw.Host.Plugins.Packages.Extraction;

namespace OpenClaw.Host.Plugins.Packages.Signatures;

/// <summary>
/// The sum a package signature is about: of the package as it was before the signature was added, byte for byte. So the entry of
/// the signature is left out, and what moved by it is put back.
/// </summary>
internal static class SignedContentHash
{
    private const int LocalOffsetAt = 42;
    private const int CountsAt = 8;
    private const int CommentAt = 20;

    public static byte[] Compute(PackageArchive archive, ZipRecord signature, HashAlgorithmName algorithm)
    {
        var directory = archive.Directory;
        var next = directory.Records.Select(static record => record.LocalOffset).Where(offset => offset > signature.LocalOffset).DefaultIfEmpty(directory.Offset).Min();
        var moved = next - signature.LocalOffset;
        using var hash = IncrementalHash.CreateHash(algorithm);
        Append(hash, archive.Stream, 0, signature.LocalOffset);
        Append(hash, archive.Stream, next, directory.Offset);
        foreach (var record in directory.Records.Where(record => record != signature))
        {
            Append(hash, archive.Stream, record.DirectoryOffset, record.DirectoryOffset + LocalOffsetAt);
            Append(hash, record.LocalOffset > signature.LocalOffset ? record.LocalOffset - moved : record.LocalOffset);
            Append(hash, archive.Stream, record.DirectoryOffset + LocalOffsetAt + sizeof(uint), record.DirectoryOffset + record.DirectoryLength);
        }

        Append(hash, archive.Stream, directory.End, directory.End + CountsAt);
        var count = (ushort)(directory.Records.Count - 1);
        Append(hash, count);
        Append(hash, count);
        Append(hash, (uint)(directory.Length - signature.DirectoryLength));
        Append(hash, directory.Offset - moved);
        Append(hash, archive.Stream, directory.End + CommentAt, archive.Stream.Length);
        return hash.GetHashAndReset();
    }

    private static void Append(IncrementalHash hash, uint number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, number);
        hash.AppendData(bytes);
    }

    private static void Append(IncrementalHash hash, ushort number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ushort)];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, number);
        hash.AppendData(bytes);
    }

    private static void Append(IncrementalHash hash, Stream stream, long from, long to)
    {
        var buffer = new byte[81_920];
        stream.Position = from;
        for (var left = to - from; left > 0;)
        {
            var read = stream.Read(buffer, 0, (int)Math.Min(left, buffer.Length));
            if (read == 0)
                throw new PackageException("The package became shorter while it was read.");
            hash.AppendData(buffer, 0, read);
            left -= read;
        }
    }
}
