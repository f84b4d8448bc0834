using OpenClaw.Bench.Crash;

namespace OpenClaw.Bench.Turns;

/// <summary>A state folder whose model answers at once: what is left of a turn is the gateway's own.</summary>
internal static class TurnsFolder
{
    /// <summary>What makes the offline model answer with one word.</summary>
    public const string Message = "say 1 words";

    public static Task<CrashFolder> CreateAsync(CrashChannels channels) => CrashFolder.CreateAsync(
        channels,
        """
        "plugins": { "entries": { "agent-offline": { "config": { "wordDelayMs": 0 } } } },
        "messages": { "queue": { "cap": 1000 } },
        """);
}
