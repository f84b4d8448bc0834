namespace OpenClaw.Channels.WhatsApp.Wire;

/// <summary>A file that came with a message: where the bridge put it, or why it has none.</summary>
internal sealed record MediaNote
{
    public string? Path { get; init; }

    public string? Mime { get; init; }

    public string? FileName { get; init; }

    public long? Bytes { get; init; }

    public bool Ptt { get; init; }

    public string? Error { get; init; }
}
