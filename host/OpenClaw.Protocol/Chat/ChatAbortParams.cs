using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Chat;

/// <summary>Parameters of <c>chat.abort</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ChatAbortParams
{
    /// <summary>The session.</summary>
    [NonEmpty]
    public required string SessionKey { get; init; }

    /// <summary>The agent of the session.</summary>
    [NonEmpty]
    public string? AgentId { get; init; }

    /// <summary>One run; all of the session when absent.</summary>
    [NonEmpty]
    public string? RunId { get; init; }

    /// <summary>Leaves side questions running.</summary>
    public bool? PreserveSideRuns { get; init; }
}
