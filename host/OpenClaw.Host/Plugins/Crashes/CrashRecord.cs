namespace OpenClaw.Host.Plugins.Crashes;

/// <summary>What the gateway remembers of crashes between its starts.</summary>
internal sealed record CrashRecord
{
    public static CrashRecord Empty { get; } = new();

    /// <summary>The latest, oldest first.</summary>
    public IReadOnlyList<Crash> Crashes { get; init; } = [];

    /// <summary>Plugins that stay off until a person reloads them, each with the reason.</summary>
    public IReadOnlyDictionary<string, string> Held { get; init; } = new Dictionary<string, string>();
}
