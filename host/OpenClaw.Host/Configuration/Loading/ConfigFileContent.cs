namespace OpenClaw.Host.Configuration.Loading;

/// <summary>The bytes of the file, or why there are none.</summary>
internal sealed record ConfigFileContent
{
    /// <summary>Null when the file does not exist or cannot be read.</summary>
    public byte[]? Bytes { get; init; }

    public bool Exists { get; init; }

    /// <summary>Why an existing file could not be read.</summary>
    public string? Problem { get; init; }

    public string? Fix { get; init; }
}
