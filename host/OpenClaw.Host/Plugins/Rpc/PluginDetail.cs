using OpenClaw.Host.Plugins.Lifecycle;
using OpenClaw.Host.Plugins.Packages.LockFile;

namespace OpenClaw.Host.Plugins.Rpc;

/// <summary>What this gateway says of a plugin beyond what its clients know; one member, so that nothing else can collide.</summary>
internal sealed record PluginDetail
{
    /// <summary>How far it has come, for example <c>running</c> or <c>quarantined</c>.</summary>
    public required string State { get; init; }

    public required long SinceMs { get; init; }

    /// <summary>0 until it is loaded.</summary>
    public required int Generation { get; init; }

    public required string Directory { get; init; }

    public string? Reason { get; init; }

    /// <summary>When one in quarantine is tried again.</summary>
    public long? NextTryMs { get; init; }

    public PluginUsageDetail? Usage { get; init; }

    public IReadOnlyList<PluginLeakDetail>? Leaks { get; init; }

    /// <summary>Null for one that came from none.</summary>
    public PackageDetail? Package { get; init; }

    public static PluginDetail Of(PluginStatus plugin, LockFileView packages) => new()
    {
        State = plugin.State.ToString().ToLowerInvariant(),
        SinceMs = plugin.Since.ToUnixTimeMilliseconds(),
        Generation = plugin.Generation,
        Directory = plugin.Directory,
        Reason = plugin.Reason,
        NextTryMs = plugin.NextTry?.ToUnixTimeMilliseconds(),
        Usage = plugin.Usage is { } usage ? PluginUsageDetail.Of(usage) : null,
        Leaks = plugin.Leaks is [] ? null : [.. plugin.Leaks.Select(PluginLeakDetail.Of)],
        Package = PackageDetail.Of(plugin, packages),
    };
}
