using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Sessions;

/// <summary>Parameters of <c>sessions.abort</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SessionsAbortParams
{
    /// <summary>The session.</summary>
    [NonEmpty]
    public string? Key { get; init; }

    /// <summary>The run; the one at work when absent.</summary>
    [NonEmpty]
    public string? RunId { get; init; }

    /// <summary>The agent of the session.</summary>
    [NonEmpty]
    public string? AgentId { get; init; }

    /// <summary>Cancels what waits, too.</summary>
    public bool? ClearQueued { get; init; }
}
