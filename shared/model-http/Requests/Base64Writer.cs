using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace OpenClaw.Agents.Common.Requests;

/// <summary>Writes bytes as a base64 string in blocks, so that a large image needs no second copy.</summary>
internal static class Base64Writer
{
    // A multiple of three, so that base64 pads only at the end.
    private const int BlockBytes = 48 * 1024;

    public static void WriteBase64(this Utf8JsonWriter writer, string prefix, ReadOnlySpan<byte> bytes)
    {
        writer.WriteStringValueSegment(Encoding.UTF8.GetBytes(prefix), isFinalSegment: false);
        var encoded = ArrayPool<byte>.Shared.Rent(Base64.GetMaxEncodedToUtf8Length(BlockBytes));
        while (bytes.Length > 0)
        {
            var block = bytes[..Math.Min(BlockBytes, bytes.Length)];
            Base64.EncodeToUtf8(block, encoded, out _, out var written);
            writer.WriteStringValueSegment(encoded.AsSpan(0, written), isFinalSegment: false);
            bytes = bytes[block.Length..];
        }

        ArrayPool<byte>.Shared.Return(encoded);
        writer.WriteStringValueSegment(ReadOnlySpan<byte>.Empty, isFinalSegment: true);
    }
}
