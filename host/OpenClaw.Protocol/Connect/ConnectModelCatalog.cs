using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Connect;

/// <summary>The model catalog a control panel wants pushed after hello.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ConnectModelCatalog
{
    /// <summary>The agent whose models are meant.</summary>
    [NonEmpty]
    public string? AgentId { get; init; }

    /// <summary>The session whose models are meant.</summary>
    [NonEmpty]
    public string? SessionKey { get; init; }

    /// <summary>A short session id from a link.</summary>
    [NonEmpty]
    public string? ShortId { get; init; }

    /// <summary>The readable part of that link.</summary>
    [NonEmpty]
    public string? SlugHint { get; init; }
}
