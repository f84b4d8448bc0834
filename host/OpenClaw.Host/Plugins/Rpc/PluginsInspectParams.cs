using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Host.Plugins.Rpc;

/// <summary>Parameters of <c>plugins.inspect</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record PluginsInspectParams
{
    [NonEmpty]
    public required string PluginId { get; init; }
}
