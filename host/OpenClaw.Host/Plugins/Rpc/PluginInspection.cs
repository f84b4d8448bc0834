using OpenClaw.Host.Plugins.Contributions;
using OpenClaw.Host.Plugins.Discovery;
using OpenClaw.Host.Plugins.Lifecycle;
using OpenClaw.Host.Plugins.Manifests;
using OpenClaw.Host.Plugins.Packages.LockFile;

namespace OpenClaw.Host.Plugins.Rpc;

/// <summary>Everything a person may want to know of one plugin: answer of <c>plugins.inspect</c>.</summary>
internal sealed record PluginInspection
{
    private const string FolderFormat = "folder";

    public required string Id { get; init; }

    public required string Name { get; init; }

    public string? Description { get; init; }

    public string? Version { get; init; }

    /// <summary>The words of the lifecycle, in small letters.</summary>
    public required string Status { get; init; }

    public required bool Enabled { get; init; }

    /// <summary>Why it is in this state, or what is wrong while it runs.</summary>
    public string? Reason { get; init; }

    /// <summary>Milliseconds since 1970.</summary>
    public required long Since { get; init; }

    /// <summary>The generation that serves, 0 for none.</summary>
    public required int Generation { get; init; }

    public required string Format { get; init; }

    /// <summary>Its folder.</summary>
    public required string Source { get; init; }

    public required string Origin { get; init; }

    public IReadOnlyList<string>? Kind { get; init; }

    /// <summary>What it says it will touch.</summary>
    public IReadOnlyList<string>? Permissions { get; init; }

    /// <summary>Versions of the contract it works with.</summary>
    public string? Contract { get; init; }

    public required IReadOnlyList<string> ToolNames { get; init; }

    public required IReadOnlyList<string> ChannelIds { get; init; }

    public required IReadOnlyList<string> ProviderIds { get; init; }

    /// <summary>Values of <c>models.providers.&lt;id&gt;.api</c>.</summary>
    public required IReadOnlyList<string> Apis { get; init; }

    /// <summary>When one in quarantine is tried again, the package it came from, what is in use of its limits, and what holds code of generations that ended.</summary>
    public required PluginDetail Lifecycle { get; init; }

    /// <param name="plugin">The plugin.</param>
    /// <param name="offered">What all that run offer; of one that waits its manifest tells.</param>
    /// <param name="packages">What was installed.</param>
    public static PluginInspection Of(PluginStatus plugin, PluginSnapshot offered, LockFileView packages)
    {
        var manifest = plugin.Manifest;
        var promised = plugin.State == PluginState.Waiting ? manifest?.Offers : null;
        return new PluginInspection
        {
            Id = plugin.Id,
            Name = manifest?.Name ?? plugin.Id,
            Description = manifest?.Description,
            Version = manifest?.Version.ToNormalizedString(),
            Status = plugin.State.ToString().ToLowerInvariant(),
            Enabled = plugin.State != PluginState.Disabled,
            Reason = plugin.Reason ?? plugin.Problem,
            Since = plugin.Since.ToUnixTimeMilliseconds(),
            Lifecycle = PluginDetail.Of(plugin, packages),
            Generation = plugin.State == PluginState.Running ? plugin.Generation : 0,
            Format = FolderFormat,
            Source = plugin.Directory,
            Origin = PluginOriginNames.NameOf(plugin.Origin),
            Kind = manifest is null ? null : PluginKindNames.NamesOf(manifest.Kinds),
            Permissions = manifest?.Permissions,
            Contract = manifest?.Contract.ToNormalizedString(),
            ToolNames = Names(offered.Tools.Values.Where(one => one.PluginId == plugin.Id).Select(static one => one.Name)),
            ChannelIds = Names(promised?.Channels ?? offered.Channels.Values.Where(one => one.PluginId == plugin.Id).Select(static one => one.Descriptor.Id)),
            ProviderIds = Names(promised?.Providers ?? offered.Providers.Values.Where(one => one.Owner.PluginId == plugin.Id).Select(static one => one.Id)),
            Apis = Names(promised?.Apis ?? offered.Apis.Values.Where(one => one.Owner.PluginId == plugin.Id).Select(static one => one.Api)),
        };
    }

    private static string[] Names(IEnumerable<string> names) => [.. names.Order(StringComparer.Ordinal)];
}
