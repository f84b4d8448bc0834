using OpenClaw.Content;

namespace OpenClaw.Agents.Common.Requests;

/// <summary>Reads images for one request, within bounds for each and for all.</summary>
internal sealed class MediaReader
{
    public const int MaxImageBytes = 20 * 1024 * 1024;
    private const int MaxRequestBytes = 64 * 1024 * 1024;
    private const int BlockBytes = 48 * 1024;
    private long _written;

    public static bool IsImage(Media media) => media.MediaType.StartsWith("image/", StringComparison.OrdinalIgnoreCase);

    /// <summary>What a model is told of a file that it does not get.</summary>
    public static string NoteOf(Media media, bool acceptsImages)
    {
        if (!IsImage(media))
            return $"[file {Name(media)} is attached; this model cannot read it]";
        return acceptsImages ? $"[image {Name(media)} was left out: it is gone or too large]" : $"[image {Name(media)} is attached; this model takes no images]";
    }

    public async Task<ReadOnlyMemory<byte>?> ReadAsync(Media media, CancellationToken cancellationToken)
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

    private static string Name(Media media) => $"{media.FileName ?? "without a name"} ({media.MediaType})";
}
