using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Nodes;

/// <summary>Why a node could not do what it was asked.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record NodeInvokeError
{
    /// <summary>A word for programs.</summary>
    [NonEmpty]
    public string? Code { get; init; }

    /// <summary>Text for people.</summary>
    [NonEmpty]
    public string? Message { get; init; }
}
