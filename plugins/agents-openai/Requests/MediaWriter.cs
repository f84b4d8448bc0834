using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using OpenClaw.Content;

namespace OpenClaw.Agents.OpenAI.Requests;

/// <summary>Writes files as content parts: images as data URLs, anything else as a note that names it.</summary>
internal sealed class MediaWriter(Utf8JsonWriter writer, bool acceptsImages)
{
    public const int MaxImageBytes = 20 * 1024 * 1024;
    private const int MaxRequestBytes = 64 * 1024 * 1024;

    // A multiple of three, so that base64 pads only at the end.
    private const int BlockBytes = 48 * 1024;
    private long _written;

    public async Task WriteAsync(Media media, CancellationToken cancellationToken)
    {
        if (!media.MediaType.StartsWith("image/", StringComparison.OrdinalIgnoreCase))
        {
            WriteNote($"[file {Name(media)} is attached; this model cannot read it]");
            return;
        }

        if (!acceptsImages)
        {
            WriteNote($"[image {Name(media)} is attached; this model takes no images]");
            return;
        }

        if (await ReadAsync(media, cancellationToken) is { } bytes)
            WriteImage(media.MediaType, bytes.Span);
        else
            WriteNote($"[image {Name(media)} was left out: it is gone or too large]");
    }

    public void WriteNote(string text)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "text");
        writer.WriteText("text", text);
        writer.WriteEndObject();
    }

    private static string Name(Media media) => $"{media.FileName ?? "without a name"} ({media.MediaType})";

    private async Task<ReadOnlyMemory<byte>?> ReadAsync(Media media, CancellationToken cancellationToken)
    {
        var most = (int)Math.Min(MaxImageBytes, MaxRequestBytes - _written);
        if (media.Length > most)
            return null;
        try
        {
            await using var stream = await media.OpenReadAsync(cancellationToken);
            var bytes = new MemoryStream();
            var block = new byte[BlockBytes];
            for (int read; (read = await stream.ReadAsync(block, cancellationToken)) > 0;)
            {
                if (bytes.Length + read > most)
                    return null;
                bytes.Write(block, 0, read);
            }

            _written += bytes.Length;
            return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private void WriteImage(string mediaType, ReadOnlySpan<byte> bytes)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "image_url");
        writer.WriteStartObject("image_url");
        writer.WritePropertyName("url");
        writer.WriteStringValueSegment(Encoding.UTF8.GetBytes($"data:{mediaType};base64,"), isFinalSegment: false);
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
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
