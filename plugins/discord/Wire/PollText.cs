namespace OpenClaw.Channels.Discord.Wire;

/// <summary>A text of a poll.</summary>
internal sealed record PollText
{
    public string? Text { get; init; }
}
