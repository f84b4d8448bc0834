namespace OpenClaw.Channels.Discord.Wire;

/// <summary>One answer of a poll.</summary>
internal sealed record PollAnswer
{
    public PollText? PollMedia { get; init; }
}
