namespace OpenClaw.Channels.Discord.Wire;

/// <summary>A message that was passed on, as it was then.</summary>
internal sealed record Snapshot
{
    public SnapshotContent? Message { get; init; }
}
