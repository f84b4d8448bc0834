using System.Globalization;
using System.Security.Cryptography;
using OpenClaw.Content;
using OpenClaw.Host.Sessions.Runs;
using OpenClaw.Host.Storage;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Agents.Attachments;

/// <summary>The files that came with messages, beside the database: transcripts only name them.</summary>
internal sealed class MediaFolder(StatePaths paths, TimeProvider time)
{
    private const int MaxIdLength = 64;

    public string Folder => Path.Combine(paths.StateDirectory, "media", "inbound");

    /// <summary>Keeps content under a name made of it, so that the same content is there once and nothing is ever overwritten.</summary>
    public async ValueTask<RunMedia> KeepAsync(ReadOnlyMemory<byte> content, string mediaType, string? fileName, CancellationToken cancellationToken)
    {
        var id = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        StatePaths.CreatePrivate(Folder);
        var path = Path.Combine(Folder, id);
        if (File.Exists(path))
            File.SetLastWriteTimeUtc(path, time.GetUtcNow().UtcDateTime);
        else
            await AtomicFile.WriteAsync(path, content, cancellationToken: cancellationToken);
        return new RunMedia { Id = id, MediaType = mediaType, FileName = fileName, Length = content.Length };
    }

    /// <summary>The content for a model, if it is an image, small enough and still there.</summary>
    public Media? ImageOf(RunMedia media)
    {
        if (PathOf(media) is not { } path || media.Length > GatewayLimits.MaxImageBytes)
            return null;
        try
        {
            using var file = File.OpenRead(path);
            Span<byte> head = stackalloc byte[ImageTypes.HeadLength];
            var read = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
            return file.Length <= GatewayLimits.MaxImageBytes && ImageTypes.Of(head[..read]) is { } type
                ? new Media(type, _ => ValueTask.FromResult<Stream>(File.OpenRead(path))) { FileName = media.FileName, Length = file.Length }
                : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Its time was over; the model is told that there was something.
            return null;
        }
    }

    /// <summary>Tells a model of a file that it does not get to see.</summary>
    public string NoteOf(RunMedia media)
    {
        var name = media.FileName is { } file ? $" {file}" : string.Empty;
        return PathOf(media) is { } path && File.Exists(path)
            ? string.Create(CultureInfo.InvariantCulture, $"[media attached:{name} ({media.MediaType}, {media.Length} bytes) at {path}]")
            : $"[media no longer kept:{name} ({media.MediaType})]";
    }

    // Ids come from the database, but a path is only made of what this class could have written.
    private string? PathOf(RunMedia media) =>
        media.Id.Length is > 0 and <= MaxIdLength && media.Id.All(char.IsAsciiLetterOrDigit) ? Path.Combine(Folder, media.Id) : null;
}
