using System.Text.Json;

namespace OpenClaw.Host.IntegrationTests.Gateway;

/// <summary>What a <see cref="FrameClient"/> received.</summary>
internal sealed record ServerMessage
{
    /// <summary>A JSON frame.</summary>
    public JsonElement? Frame { get; init; }

    public int? CloseCode { get; init; }

    public string? CloseReason { get; init; }

    public bool IsPing { get; init; }

    /// <summary>The connection ended without a close frame.</summary>
    public bool IsLost { get; init; }

    public override string ToString() =>
        Frame?.ToString() ?? (CloseCode is { } code ? $"close {code} {CloseReason}" : IsPing ? "ping" : "lost");
}
