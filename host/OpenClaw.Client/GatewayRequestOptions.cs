using System.Text.Json;

namespace OpenClaw.Client;

/// <summary>How one request is waited for.</summary>
public sealed record GatewayRequestOptions
{
    /// <summary>Overrides <see cref="GatewayClientOptions.RequestTimeout"/>; <see cref="Timeout.InfiniteTimeSpan"/> waits without end.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>
    /// Waits for the second answer of a two-phase method such as <c>agent</c>. Without <see cref="Timeout"/> the wait has no end,
    /// since the gateway bounds the run itself.
    /// </summary>
    public bool ExpectFinal { get; init; }

    /// <summary>Gets the first answer of a two-phase method. Called on the reader: it must be quick and must not throw.</summary>
    public Action<JsonElement>? OnAccepted { get; init; }
}
