using OpenClaw.Host.Configuration.Model;

namespace OpenClaw.Host.Plugins.Budgets;

/// <summary>What a plugin uses of its limits at one moment.</summary>
internal sealed record PluginUsage
{
    public required PluginLimits Limits { get; init; }

    /// <summary>Inside the plugin now, those that were given up but never returned included.</summary>
    public required int Calls { get; init; }

    /// <summary>Waiting for a place.</summary>
    public required int WaitingCalls { get; init; }

    /// <summary>Calls refused since the gateway started.</summary>
    public required long RefusedCalls { get; init; }

    /// <summary>Messages refused since the gateway started.</summary>
    public required long RefusedSends { get; init; }

    /// <summary>Calls that did not return in time, of this generation.</summary>
    public required long MissedDeadlines { get; init; }

    /// <summary>Bytes of its assemblies and of what its loading allocated: an estimate, for people, that nothing is decided by.</summary>
    public required long MemoryEstimate { get; init; }
}
