using OpenClaw.Host.Plugins.Lifecycle;

namespace OpenClaw.Host.Plugins.Rpc;

/// <summary>What became of one plugin.</summary>
internal sealed record ChangedPlugin
{
    public required string PluginId { get; init; }

    /// <summary><c>keep</c>, <c>start</c>, <c>replace</c> or <c>stop</c>: what was to be done.</summary>
    public required string Action { get; init; }

    /// <summary>How it stands now; <c>removed</c> when its folder is gone.</summary>
    public required string State { get; init; }

    /// <summary>The generation that serves, 0 for none.</summary>
    public required int Generation { get; init; }

    public string? Error { get; init; }

    public static ChangedPlugin Of(PluginChange change, PluginStatus? status) => new()
    {
        PluginId = change.Id,
        Action = change.Action.ToString().ToLowerInvariant(),
        State = status?.State.ToString().ToLowerInvariant() ?? "removed",
        Generation = status is { State: PluginState.Running } ? status.Generation : 0,
        Error = status?.Problem,
    };
}
