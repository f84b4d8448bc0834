using System.Text.Json;
using NuGet.Versioning;

namespace OpenClaw.Host.Plugins.Manifests;

/// <summary>A checked <c>openclaw.plugin.json</c>. Reading one never runs code of the plugin.</summary>
internal sealed record PluginManifest
{
    public const string FileName = "openclaw.plugin.json";

    public required string Id { get; init; }

    public required string Name { get; init; }

    public required SemanticVersion Version { get; init; }

    public string? Description { get; init; }

    /// <summary>Versions of the contract assembly the plugin works with.</summary>
    public required VersionRange Contract { get; init; }

    /// <summary>Path of the entry assembly, relative to the plugin folder, with forward slashes.</summary>
    public required string EntryAssembly { get; init; }

    /// <summary>Full name of the entry type; null when the entry assembly holds exactly one.</summary>
    public string? EntryType { get; init; }

    public required PluginKind Kinds { get; init; }

    /// <summary>Null when it does not say; then its code is needed to know.</summary>
    public PluginOffers? Offers { get; init; }

    /// <summary>JSON Schema of the plugin's settings, for forms and listings; null when it has none.</summary>
    public JsonElement? ConfigSchema { get; init; }

    /// <summary>What the plugin says it will touch. Shown to people; code inside the process cannot be held to it.</summary>
    public IReadOnlyList<string> Permissions { get; init; } = [];
}
