using System.Text.Json;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Host.Plugins.Rpc;

/// <summary>One plugin in <c>plugins.reload</c>. What a caller knows of its files is not compared: the files on disk count.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record PluginToReload
{
    [NonEmpty]
    public required string PluginId { get; init; }

    public string? InstallHash { get; init; }

    public JsonElement? SourceDigests { get; init; }
}
