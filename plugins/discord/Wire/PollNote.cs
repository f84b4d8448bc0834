namespace OpenClaw.Channels.Discord.Wire;

/// <summary>A poll in a message.</summary>
internal sealed record PollNote
{
    public PollText? Question { get; init; }

    public IReadOnlyList<PollAnswer>? Answers { get; init; }
}
