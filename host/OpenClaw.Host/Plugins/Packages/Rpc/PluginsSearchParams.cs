using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Host.Plugins.Packages.Rpc;

/// <summary>Parameters of <c>plugins.search</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record PluginsSearchParams
{
    public const int DefaultLimit = 20;

    [NonEmpty]
    public required string Query { get; init; }

    [Range(1, 100)]
    public int? Limit { get; init; }
}
