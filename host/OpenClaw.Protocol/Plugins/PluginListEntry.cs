using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Plugins;

/// <summary>One plugin in the answer of <c>plugins.list</c>.</summary>
public sealed record PluginListEntry
{
    /// <summary>Unique among the plugins of a gateway.</summary>
    public required string Id { get; init; }

    /// <summary>For people.</summary>
    public required string Name { get; init; }

    /// <summary>What it does, in a sentence.</summary>
    public string? Description { get; init; }

    /// <summary>Its own version; absent while its manifest cannot be read.</summary>
    public string? Version { get; init; }

    /// <summary>What it contributes, for example <c>channel</c> or <c>tool</c>.</summary>
    public IReadOnlyList<string>? Kind { get; init; }

    /// <summary>Where its folder is: <c>bundled</c>, <c>global</c> (the state folder) or <c>config</c> (a path of the configuration).</summary>
    public string? Origin { get; init; }

    /// <summary>Whether its folder is there.</summary>
    public required bool Installed { get; init; }

    /// <summary>Whether configuration lets it run.</summary>
    public required bool Enabled { get; init; }

    /// <summary><c>enabled</c>, <c>disabled</c>, <c>not-installed</c> or <c>error</c>.</summary>
    public required string State { get; init; }

    /// <summary>Why it does not run as it should.</summary>
    public string? Error { get; init; }

    /// <summary>Whether <c>plugins.uninstall</c> removes it: it came from a package.</summary>
    public bool Removable { get; init; }

    /// <summary>The package it came from.</summary>
    public string? PackageName { get; init; }

    /// <summary>Members this library does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
