namespace OpenClaw.Host.Configuration.Model;

/// <summary>The <c>plugins</c> section.</summary>
internal sealed record PluginsConfig
{
    public bool Enabled { get; init; } = true;

    /// <summary>Null lets every plugin load that is found; a list lets only those.</summary>
    public IReadOnlyList<string>? Allow { get; init; }

    public IReadOnlyList<string> Deny { get; init; } = [];

    /// <summary>Further folders that hold plugins.</summary>
    public IReadOnlyList<string> LoadPaths { get; init; } = [];

    public IReadOnlyDictionary<string, PluginEntryConfig> Entries { get; init; } = new Dictionary<string, PluginEntryConfig>();

    /// <summary>Which packages may be installed.</summary>
    public PluginSignaturesConfig Signatures { get; init; } = new();

    /// <summary>How many earlier versions of an installed plugin are kept to go back to.</summary>
    public int KeepPrevious { get; init; } = 1;

    /// <summary>Whether the lists and the entry let this plugin run; deny wins.</summary>
    public bool IsEnabled(string id) =>
        Enabled
        && !Deny.Contains(id, StringComparer.Ordinal)
        && (Allow is null || Allow.Contains(id, StringComparer.Ordinal))
        && (!Entries.TryGetValue(id, out var entry) || entry.Enabled);
}
