using OpenClaw.Content;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Channels.Inbox;

/// <summary>Puts files that came with messages into the state folder, before the platform is told that they were taken.</summary>
internal sealed class MediaShelf(StatePaths paths, InboxLimits limits, TimeProvider time)
{
    private const int BufferSize = 81_920;

    private string Folder => Path.Combine(paths.StateDirectory, "media", "inbound");

    /// <summary>Never fails the message: what cannot be had is noted.</summary>
    public async Task<IReadOnlyList<StoredMedia>> KeepAsync(IReadOnlyList<MessagePart> parts, MessageCleaner cleaner, CancellationToken cancellationToken)
    {
        var kept = new List<StoredMedia>();
        foreach (var media in parts.OfType<MediaPart>().Select(static part => part.Media).Take(limits.MaxMedia))
        {
            var stored = new StoredMedia { MediaType = cleaner.Label(media.MediaType) ?? "application/octet-stream", FileName = cleaner.Label(media.FileName) };
            kept.Add(await KeepAsync(media, stored, cancellationToken));
        }

        return kept;
    }

    private async Task<StoredMedia> KeepAsync(Media media, StoredMedia stored, CancellationToken cancellationToken)
    {
        if (media.Length > limits.MaxMediaBytes)
            return stored with { Problem = TooLarge };
        using var deadline = new CancellationTokenSource(limits.MediaTimeout, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        StatePaths.CreatePrivate(Folder);
        var path = Path.Combine(Folder, Guid.CreateVersion7(time.GetUtcNow()).ToString("n"));
        try
        {
            var length = await CopyAsync(media, path, linked.Token);
            return length is { } bytes ? stored with { Path = path, Length = bytes } : stored with { Problem = TooLarge };
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            // The stream is the plugin's, so anything may come out of it.
            Remove(path);
            return stored with { Problem = error is OperationCanceledException ? "it took too long to fetch" : "it could not be fetched" };
        }
        catch
        {
            Remove(path);
            throw;
        }
    }

    private string TooLarge => $"larger than {limits.MaxMediaBytes / (1024 * 1024)} MB";

    /// <returns>The size; nothing when it is beyond the limit.</returns>
    private async Task<long?> CopyAsync(Media media, string path, CancellationToken cancellationToken)
    {
        await using var source = await media.OpenReadAsync(cancellationToken).AsTask().WaitAsync(cancellationToken);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferSize, FileOptions.Asynchronous);
        var buffer = new byte[BufferSize];
        var length = 0L;
        int read;
        while ((read = await source.ReadAsync(buffer, cancellationToken).AsTask().WaitAsync(cancellationToken)) > 0)
        {
            length += read;
            if (length > limits.MaxMediaBytes)
            {
                file.Close();
                Remove(path);
                return null;
            }

            await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        file.Flush(flushToDisk: true);
        return length;
    }

    private static void Remove(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The retention of the folder takes it.
        }
    }
}
