using System.Text.Json;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Host.Plugins.Rpc;

/// <summary>Parameters of <c>plugins.setEnabled</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record PluginsSetEnabledParams
{
    [NonEmpty]
    public required string PluginId { get; init; }

    public required bool Enabled { get; init; }

    /// <summary><c>preserve</c> leaves a list of allowed plugins as it is, and then refuses one that is not on it.</summary>
    public string? AllowlistPolicy { get; init; }

    /// <summary>Another gateway's word for a review of rights; this one shows rights and grants none.</summary>
    public JsonElement? AcknowledgeCapabilities { get; init; }
}
