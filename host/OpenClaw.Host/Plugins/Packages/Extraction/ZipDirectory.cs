using System.Buffers.Binary;
using System.Text;

namespace OpenClaw.Host.Plugins.Packages.Extraction;

/// <summary>
/// The directory of an archive, read before the library reads it: so that one with millions of lines is refused while it costs
/// nothing, and to know the exact bytes a signature is about.
/// </summary>
internal sealed record ZipDirectory
{
    public const int EndLength = 22;

    private const uint EndMark = 0x06054b50;
    private const uint LineMark = 0x02014b50;
    private const int LineLength = 46;
    private const int MaxComment = ushort.MaxValue;

    public required IReadOnlyList<ZipRecord> Records { get; init; }

    public required uint Offset { get; init; }

    public required uint Length { get; init; }

    /// <summary>Where the closing record begins.</summary>
    public required long End { get; init; }

    public static ZipDirectory Read(Stream archive, string name, PackageLimits limits)
    {
        if (archive.Length > limits.MaxPackageBytes)
            throw new PackageException($"{name} has more than {limits.MaxPackageBytes >> 20} MiB.");
        var tail = ReadAt(archive, Math.Max(0, archive.Length - EndLength - MaxComment), (int)Math.Min(archive.Length, EndLength + MaxComment));
        var at = EndOf(tail);
        if (at < 0)
            throw new PackageException($"{name} is no package: it is no zip archive, or not a whole one.");
        var end = archive.Length - tail.Length + at;
        var entries = BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(at + 10));
        var length = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at + 12));
        var offset = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at + 16));
        if (entries > limits.MaxEntries || length > limits.MaxDirectoryBytes)
            throw new PackageException($"{name} holds more than {limits.MaxEntries} files.");
        if (offset + (long)length != end || BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at + 4)) != 0)
            throw new PackageException($"{name} is damaged: its directory is not where it says.");
        return new ZipDirectory { Records = Lines(ReadAt(archive, offset, (int)length), offset, entries, name), Offset = offset, Length = length, End = end };
    }

    private static int EndOf(byte[] tail)
    {
        for (var at = tail.Length - EndLength; at >= 0; at--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at)) == EndMark
                && at + EndLength + BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(at + 20)) == tail.Length)
            {
                return at;
            }
        }

        return -1;
    }

    private static List<ZipRecord> Lines(byte[] directory, uint offset, int entries, string name)
    {
        List<ZipRecord> records = [];
        var at = 0;
        while (at + LineLength <= directory.Length && records.Count < entries && BinaryPrimitives.ReadUInt32LittleEndian(directory.AsSpan(at)) == LineMark)
        {
            var line = directory.AsSpan(at);
            var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(line[28..]);
            var length = LineLength + nameLength + BinaryPrimitives.ReadUInt16LittleEndian(line[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(line[32..]);
            if (length > line.Length)
                break;
            records.Add(new ZipRecord(
                Encoding.UTF8.GetString(line.Slice(LineLength, nameLength)), offset + at, length, BinaryPrimitives.ReadUInt32LittleEndian(line[42..])));
            at += length;
        }

        return records.Count == entries && at == directory.Length
            ? records
            : throw new PackageException($"{name} is damaged: its directory holds something else than {entries} entries.");
    }

    private static byte[] ReadAt(Stream archive, long offset, int length)
    {
        var bytes = new byte[length];
        archive.Position = offset;
        archive.ReadExactly(bytes);
        return bytes;
    }
}
