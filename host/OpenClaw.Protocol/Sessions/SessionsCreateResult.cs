using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Sessions;

/// <summary>Answer to <c>sessions.create</c>.</summary>
public sealed record SessionsCreateResult
{
    /// <summary>Always true.</summary>
    public required bool Ok { get; init; }

    /// <summary>Canonical key.</summary>
    public required string Key { get; init; }

    /// <summary>The transcript.</summary>
    public required string SessionId { get; init; }

    /// <summary>The session.</summary>
    public required SessionEntryInfo Entry { get; init; }

    /// <summary>True when the first message started a run.</summary>
    public required bool RunStarted { get; init; }

    /// <summary>That run.</summary>
    public string? RunId { get; init; }

    /// <summary>Why the first message started none.</summary>
    public string? RunError { get; init; }

    /// <summary>What it runs with.</summary>
    public SessionResolved? Resolved { get; init; }

    /// <summary>Members this library does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
