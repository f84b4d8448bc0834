namespace OpenClaw.Content;

/// <summary>A file-like content that is opened when needed, so that large media never has to be in memory whole. Immutable; thread-safe.</summary>
public sealed class Media
{
    private readonly Func<CancellationToken, ValueTask<Stream>> _open;

    /// <summary>Creates a content from something that can be opened more than once.</summary>
    /// <param name="mediaType">The media type, RFC 6838, for example <c>image/png</c>.</param>
    /// <param name="open">Opens a fresh stream at each call; the caller disposes it.</param>
    public Media(string mediaType, Func<CancellationToken, ValueTask<Stream>> open)
    {
        ArgumentException.ThrowIfNullOrEmpty(mediaType);
        ArgumentNullException.ThrowIfNull(open);
        MediaType = mediaType;
        _open = open;
    }

    /// <summary>The media type, RFC 6838.</summary>
    public string MediaType { get; }

    /// <summary>A file name to show or send, without folders.</summary>
    public string? FileName { get; init; }

    /// <summary>The size in bytes, where known before opening.</summary>
    public long? Length { get; init; }

    /// <summary>Text that goes with the content on platforms that show one.</summary>
    public string? Caption { get; init; }

    /// <summary>Wraps bytes in memory.</summary>
    /// <param name="mediaType">The media type.</param>
    /// <param name="content">The bytes; not copied, so do not change them.</param>
    /// <param name="fileName">A file name to show.</param>
    public static Media FromBytes(string mediaType, ReadOnlyMemory<byte> content, string? fileName = null) =>
        new(mediaType, _ => ValueTask.FromResult<Stream>(new MemoryStream(content.ToArray(), writable: false)))
        {
            FileName = fileName,
            Length = content.Length,
        };

    /// <summary>Opens the content for reading. Each call gives a fresh stream that the caller disposes.</summary>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="IOException">The content is no longer there.</exception>
    public ValueTask<Stream> OpenReadAsync(CancellationToken cancellationToken) => _open(cancellationToken);
}
