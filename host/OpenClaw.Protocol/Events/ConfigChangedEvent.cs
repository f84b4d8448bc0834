namespace OpenClaw.Protocol.Events;

/// <summary>Payload of <c>config.changed</c>.</summary>
public sealed record ConfigChangedEvent
{
    /// <summary>The file.</summary>
    public required string Path { get; init; }

    /// <summary>Of its new content.</summary>
    public required string Hash { get; init; }

    /// <summary>Milliseconds since 1970.</summary>
    public required long Ts { get; init; }
}
