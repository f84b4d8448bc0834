using System.Buffers.Binary;
using System.Text;

namespace OpenClaw.Host.Storage.Salvage;

/// <summary>
/// Gives a copy of a database a new first hundred bytes. They say little that the file itself does not: page size, text encoding and
/// the number of pages, which are the same for every database of ours or follow from its length.
/// </summary>
internal static class HeaderRepair
{
    private const long PageSize = 4096;

    // A number that is damaged itself must not fill the disk.
    private const long MostGrowth = 64;

    private const uint ChangeCounter = 1;

    /// <summary>Fills up a file that was cut: SQLite opens none that is shorter than it says, although all that is missing is its end.</summary>
    public static void Lengthen(string copy)
    {
        using var file = new FileStream(copy, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Span<byte> header = stackalloc byte[100];
        if (file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length || !header.StartsWith("SQLite format 3\0"u8))
            return;
        var pages = BinaryPrimitives.ReadUInt32BigEndian(header[28..]);
        if (file.Length < pages * PageSize && pages <= file.Length / PageSize * MostGrowth)
            file.SetLength(pages * PageSize);
    }

    /// <summary>Writes them anew.</summary>
    public static void Apply(string copy)
    {
        using var file = new FileStream(copy, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        var header = new byte[100];
        Encoding.ASCII.GetBytes("SQLite format 3\0", header);
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(16), (ushort)PageSize);

        // Write-ahead log, no reserved bytes, and the three fixed fractions.
        ((ReadOnlySpan<byte>)[2, 2, 0, 64, 32, 32]).CopyTo(header.AsSpan(18));
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(24), ChangeCounter);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(28), (uint)(file.Length / PageSize));
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(40), 1);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(44), 4);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(56), 1);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(92), ChangeCounter);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(96), 3_040_000);
        file.Write(header);
    }
}
