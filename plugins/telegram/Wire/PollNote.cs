namespace OpenClaw.Channels.Telegram.Wire;

/// <summary>A poll.</summary>
internal sealed record PollNote
{
    public string? Question { get; init; }

    public IReadOnlyList<PollChoice>? Options { get; init; }
}
