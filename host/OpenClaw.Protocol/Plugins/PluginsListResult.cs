using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Plugins;

/// <summary>Answer of <c>plugins.list</c>.</summary>
public sealed record PluginsListResult
{
    /// <summary>Every plugin the gateway has found, in the order of their ids.</summary>
    public required IReadOnlyList<PluginListEntry> Plugins { get; init; }

    /// <summary>Remarks on the listing as a whole.</summary>
    public required IReadOnlyList<JsonElement> Diagnostics { get; init; }

    /// <summary>Whether plugins can be installed and removed through the gateway.</summary>
    public required bool MutationAllowed { get; init; }

    /// <summary>Members this library does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
