using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Host.Plugins.Packages.Rpc;

/// <summary>Parameters of <c>plugins.uninstall</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record PluginsUninstallParams
{
    [NonEmpty]
    public required string PluginId { get; init; }

    public bool? KeepFiles { get; init; }
}
