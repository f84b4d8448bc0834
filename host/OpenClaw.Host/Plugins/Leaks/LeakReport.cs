namespace OpenClaw.Host.Plugins.Leaks;

/// <summary>Why a generation that has ended is still there. Text only.</summary>
internal sealed record LeakReport
{
    private const string NotFound = "It was not found among known holders: a thread, a GC handle or native code may hold it.";

    public required int Generation { get; init; }

    /// <summary>The shortest paths first.</summary>
    public required IReadOnlyList<LeakHolder> Holders { get; init; }

    /// <summary>Threads of the process that were not there before it was loaded, by their names.</summary>
    public required IReadOnlyList<string> Threads { get; init; }

    public string Summary => (Holders, Threads) switch
    {
        ([var first, ..], _) => $"It is held by {first}.",
        (_, [_, ..]) => $"{NotFound} Threads begun since it was loaded: {string.Join(", ", Threads)}. Start work through the scope (Run), which cancels and awaits it.",
        _ => NotFound,
    };
}
