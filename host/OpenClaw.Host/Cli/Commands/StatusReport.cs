using System.Text.Json;

namespace OpenClaw.Host.Cli.Commands;

/// <summary>What <c>status</c> prints for scripts.</summary>
internal sealed record StatusReport
{
    public required string Url { get; init; }

    public required string UrlSource { get; init; }

    public required bool Reachable { get; init; }

    public string? Error { get; init; }

    public long? ConnectLatencyMs { get; init; }

    /// <summary>The gateway's own answer to <c>status</c>.</summary>
    public JsonElement? Status { get; init; }

    /// <summary>The gateway's own answer to <c>health</c>.</summary>
    public JsonElement? Health { get; init; }
}
