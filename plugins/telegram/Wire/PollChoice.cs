namespace OpenClaw.Channels.Telegram.Wire;

/// <summary>One answer of a poll.</summary>
internal sealed record PollChoice
{
    public string? Text { get; init; }
}
