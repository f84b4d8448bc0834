namespace OpenClaw.Host.Sessions.Runs;

/// <summary>A file that came with a message; its content lies in the media folder. Stored as JSON: members may be added, never renamed.</summary>
internal sealed record RunMedia
{
    /// <summary>Its name in the media folder, given by the gateway.</summary>
    public required string Id { get; init; }

    /// <summary>What its sender says it is.</summary>
    public required string MediaType { get; init; }

    /// <summary>How its sender called it; only for people and models, never for paths.</summary>
    public string? FileName { get; init; }

    public long Length { get; init; }

    /// <summary>Whether the text of the message tells of it already.</summary>
    public bool IsNoted { get; init; }
}
