using System.Text.Json;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Chat;

namespace OpenClaw.Host.Sessions.Transcript;

/// <summary>A row of a transcript.</summary>
internal sealed record StoredMessage
{
    public required string Id { get; init; }

    public required long Seq { get; init; }

    public string? RunId { get; init; }

    /// <summary>The message as JSON, in the form in which clients see it.</summary>
    public required string Body { get; init; }

    public TranscriptMessage Read() =>
        JsonSerializer.Deserialize(Body, ProtocolJsonContext.Default.TranscriptMessage)
        ?? throw new JsonException($"The stored message {Id} is empty.");
}
