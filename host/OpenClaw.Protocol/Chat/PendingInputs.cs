namespace OpenClaw.Protocol.Chat;

/// <summary>Messages that wait for the run before them.</summary>
public sealed record PendingInputs
{
    /// <summary>In order of arrival.</summary>
    public required IReadOnlyList<PendingInput> Items { get; init; }

    /// <summary>All that wait.</summary>
    public required long Total { get; init; }
}
