using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Config;

/// <summary>Parameters of <c>config.schema.lookup</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ConfigSchemaLookupParams
{
    /// <summary>A dotted key; <c>*</c> stands for any key or item.</summary>
    [Length(1, 1024), RegularExpression(@"^[A-Za-z0-9_./\[\]\-*]+$")]
    public required string Path { get; init; }
}
