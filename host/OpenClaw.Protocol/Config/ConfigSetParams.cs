using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Config;

/// <summary>Parameters of <c>config.set</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ConfigSetParams
{
    /// <summary>The whole document as JSON5 text.</summary>
    [NonEmpty]
    public required string Raw { get; init; }

    /// <summary>The hash of the content this builds on; may be left out only while there is no file.</summary>
    [NonEmpty]
    public string? BaseHash { get; init; }
}
