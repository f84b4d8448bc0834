using OpenClaw.Host.Plugins.Leaks;

namespace OpenClaw.Host.Plugins.Rpc;

/// <summary>A generation that has ended and is still held.</summary>
internal sealed record PluginLeakDetail
{
    public required int Generation { get; init; }

    public required string Summary { get; init; }

    /// <summary>From a root of the process to the plugin, each with the rule that was broken where it is known.</summary>
    public required IReadOnlyList<string> Holders { get; init; }

    /// <summary>Threads begun since it was loaded.</summary>
    public required IReadOnlyList<string> Threads { get; init; }

    public static PluginLeakDetail Of(LeakReport leak) => new()
    {
        Generation = leak.Generation,
        Summary = leak.Summary,
        Holders = [.. leak.Holders.Select(static holder => holder.ToString())],
        Threads = leak.Threads,
    };
}
