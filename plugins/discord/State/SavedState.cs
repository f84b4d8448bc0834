namespace OpenClaw.Channels.Discord.State;

/// <summary>What an account remembers. Losing it costs what was written while nobody listened, and nothing else.</summary>
internal sealed record SavedState
{
    /// <summary>A mark of the bot's token: sessions of another bot are of no use.</summary>
    public string? Bot { get; init; }

    public IReadOnlyList<SavedSession> Sessions { get; init; } = [];

    public IReadOnlyDictionary<string, SeenPlace> Seen { get; init; } = new Dictionary<string, SeenPlace>();
}
