using System.Text.Json;

namespace OpenClaw.Channels.Discord.Wire;

/// <summary>What Discord says when it does not do what it was asked.</summary>
internal sealed record ApiError
{
    public string? Message { get; init; }

    public int Code { get; init; }

    /// <summary>Seconds to wait; anything where somebody else answers.</summary>
    public JsonElement RetryAfter { get; init; }

    public bool Global { get; init; }

    public JsonElement Errors { get; init; }
}
