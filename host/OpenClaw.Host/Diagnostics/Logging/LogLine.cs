namespace OpenClaw.Host.Diagnostics.Logging;

/// <summary>One event, already text and already clean: nothing behind this point sees an object of the caller.</summary>
internal sealed record LogLine
{
    public required DateTimeOffset Time { get; init; }

    public required LogLevel Level { get; init; }

    public required string Subsystem { get; init; }

    public required string Message { get; init; }

    public int EventId { get; init; }

    public string? EventName { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>> Fields { get; init; } = [];

    public string? Exception { get; init; }
}
