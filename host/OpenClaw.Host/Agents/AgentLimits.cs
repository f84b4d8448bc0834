namespace OpenClaw.Host.Agents;

/// <summary>Bounds of runs that configuration does not name.</summary>
internal sealed record AgentLimits
{
    /// <summary>Model calls of one run that may end in tool calls.</summary>
    public int MaxToolRounds { get; init; } = 200;

    /// <summary>Tool calls of one answer.</summary>
    public int MaxToolCallsPerAnswer { get; init; } = 64;

    /// <summary>Characters of one answer, thinking included; a stream beyond that is taken for broken.</summary>
    public int MaxAnswerCharacters { get; init; } = 1_048_576;

    /// <summary>Pieces of one answer; a stream beyond that is taken for broken.</summary>
    public int MaxUpdatesPerAnswer { get; init; } = 2_097_152;

    /// <summary>Shortest time between two pieces of a streamed answer.</summary>
    public TimeSpan DeltaInterval { get; init; } = TimeSpan.FromMilliseconds(75);

    /// <summary>How long a start waits to learn about its model.</summary>
    public TimeSpan ModelPatience { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How long an abort waits for the run to be settled before it answers.</summary>
    public TimeSpan AbortPatience { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long runs may go on when the gateway stops.</summary>
    public TimeSpan DrainPatience { get; init; } = TimeSpan.FromSeconds(15);
}
