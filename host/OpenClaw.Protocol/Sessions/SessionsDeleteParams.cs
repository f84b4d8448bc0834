using System.Text.Json;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Sessions;

/// <summary>Parameters of <c>sessions.delete</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SessionsDeleteParams
{
    /// <summary>The session.</summary>
    [NonEmpty]
    public required string Key { get; init; }

    /// <summary>The agent of the session.</summary>
    [NonEmpty]
    public string? AgentId { get; init; }

    /// <summary>False keeps the transcript for good.</summary>
    public bool? DeleteTranscript { get; init; }

    /// <summary>Fails when the transcript is another one by now.</summary>
    [NonEmpty]
    public string? ExpectedSessionId { get; init; }

    /// <summary>Fails when the session started over.</summary>
    [NonEmpty]
    public string? ExpectedLifecycleRevision { get; init; }

    /// <summary>Fails when the session changed since.</summary>
    [JsonSchemaText("""{"type":"number","minimum":0}""")]
    public JsonElement? ExpectedSessionUpdatedAt { get; init; }

    /// <summary>Tells hooks about it.</summary>
    public bool? EmitLifecycleHooks { get; init; }

    /// <summary>Deletes only a session that was put away.</summary>
    public bool? ArchivedOnly { get; init; }
}
