using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Chat;

/// <summary>Answer to <c>chat.abort</c>, and to <c>/stop</c> sent as a message.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ChatAbortResult
{
    /// <summary>Always true.</summary>
    public required bool Ok { get; init; }

    /// <summary>True when something was stopped.</summary>
    public required bool Aborted { get; init; }

    /// <summary>What was stopped.</summary>
    public required IReadOnlyList<string> RunIds { get; init; }
}
