namespace OpenClaw.Channels.Discord.Wire;

/// <summary>How often a bot may introduce itself.</summary>
internal sealed record StartLimit
{
    public int Remaining { get; init; } = 1;

    /// <summary>Milliseconds until all of them are there again.</summary>
    public long ResetAfter { get; init; }

    /// <summary>How many connections may introduce themselves within the same five seconds.</summary>
    public int MaxConcurrency { get; init; } = 1;
}
