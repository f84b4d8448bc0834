using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Sessions;

/// <summary>Parameters of <c>sessions.reset</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SessionsResetParams
{
    /// <summary>The session.</summary>
    [NonEmpty]
    public required string Key { get; init; }

    /// <summary>The agent of the session.</summary>
    [NonEmpty]
    public string? AgentId { get; init; }

    /// <summary>What the person asked for.</summary>
    [AllowedValues("new", "reset")]
    public string? Reason { get; init; }

    /// <summary>Fails when the transcript is another one by now.</summary>
    [NonEmpty]
    public string? ExpectedSessionId { get; init; }
}
