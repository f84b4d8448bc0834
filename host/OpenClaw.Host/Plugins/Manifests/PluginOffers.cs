namespace OpenClaw.Host.Plugins.Manifests;

/// <summary>
/// The names a manifest says its plugin brings (<c>offers</c>). With them the gateway can leave the plugin's code alone until
/// one of them is asked for.
/// </summary>
internal sealed record PluginOffers
{
    public IReadOnlyList<string> Channels { get; init; } = [];

    /// <summary>Model providers with an id of their own.</summary>
    public IReadOnlyList<string> Providers { get; init; } = [];

    /// <summary>Values of <c>models.providers.&lt;id&gt;.api</c>.</summary>
    public IReadOnlyList<string> Apis { get; init; } = [];

    /// <summary>Paths of HTTP routes; one that ends with <c>/*</c> takes what is below it too.</summary>
    public IReadOnlyList<string> Routes { get; init; } = [];

    /// <summary>Methods of the gateway protocol.</summary>
    public IReadOnlyList<string> Methods { get; init; } = [];

    /// <summary>Commands of the command line. Alone among these they must be listed: the command line runs no plugin to learn of them.</summary>
    public IReadOnlyList<OfferedCommand> Commands { get; init; } = [];
}
