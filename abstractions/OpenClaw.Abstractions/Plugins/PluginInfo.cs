namespace OpenClaw.Plugins;

/// <summary>Who a plugin is, as its manifest says.</summary>
public sealed record PluginInfo
{
    /// <summary>The plugin id: 1 to 64 of <c>a-z 0-9 -</c>, starting with a letter.</summary>
    public required string Id { get; init; }

    /// <summary>The plugin's own version, SemVer 2.0.</summary>
    public required string Version { get; init; }

    /// <summary>The name shown to people.</summary>
    public required string Name { get; init; }

    /// <summary>Counts the generations of this plugin in this process, from 1. A swap adds one.</summary>
    public int Generation { get; init; } = 1;
}
