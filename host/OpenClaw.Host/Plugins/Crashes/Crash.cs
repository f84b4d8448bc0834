namespace OpenClaw.Host.Plugins.Crashes;

/// <summary>One crash that was found at the start after it.</summary>
internal sealed record Crash
{
    public required DateTimeOffset FoundAt { get; init; }

    /// <summary>Plugins whose code may have caused it.</summary>
    public required IReadOnlyList<string> Suspects { get; init; }
}
