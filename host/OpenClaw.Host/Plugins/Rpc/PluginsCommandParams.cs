using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Host.Plugins.Rpc;

/// <summary>Parameters of <c>plugins.command</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record PluginsCommandParams
{
    /// <summary>The command's name.</summary>
    [NonEmpty]
    public required string Command { get; init; }

    /// <summary>What stands behind it.</summary>
    [MaxLength(256)]
    public IReadOnlyList<string>? Argv { get; init; }
}
