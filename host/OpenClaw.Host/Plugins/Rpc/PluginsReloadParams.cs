using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Host.Plugins.Rpc;

/// <summary>Parameters of <c>plugins.reload</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record PluginsReloadParams
{
    [Length(1, 64)]
    public required IReadOnlyList<PluginToReload> Plugins { get; init; }

    /// <summary>Another gateway's word for a review of rights; this one shows rights and grants none.</summary>
    public JsonElement? AcknowledgeCapabilities { get; init; }
}
