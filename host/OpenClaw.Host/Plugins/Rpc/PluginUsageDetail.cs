using OpenClaw.Host.Plugins.Budgets;

namespace OpenClaw.Host.Plugins.Rpc;

/// <summary>What a plugin uses of its limits.</summary>
internal sealed record PluginUsageDetail
{
    public required int Calls { get; init; }

    public required int MaxConcurrentCalls { get; init; }

    public required int WaitingCalls { get; init; }

    public required int Queue { get; init; }

    public required int SendsPerSecond { get; init; }

    public required long CallTimeoutMs { get; init; }

    public required long RefusedCalls { get; init; }

    public required long RefusedSends { get; init; }

    public required long MissedDeadlines { get; init; }

    /// <summary>Bytes of its assemblies and of what its loading allocated.</summary>
    public required long MemoryEstimate { get; init; }

    public static PluginUsageDetail Of(PluginUsage usage) => new()
    {
        Calls = usage.Calls,
        MaxConcurrentCalls = usage.Limits.MaxConcurrentCalls,
        WaitingCalls = usage.WaitingCalls,
        Queue = usage.Limits.Queue,
        SendsPerSecond = usage.Limits.SendsPerSecond,
        CallTimeoutMs = (long)usage.Limits.CallTimeout.TotalMilliseconds,
        RefusedCalls = usage.RefusedCalls,
        RefusedSends = usage.RefusedSends,
        MissedDeadlines = usage.MissedDeadlines,
        MemoryEstimate = usage.MemoryEstimate,
    };
}
