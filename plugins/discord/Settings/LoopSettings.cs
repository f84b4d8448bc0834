namespace OpenClaw.Channels.Discord.Settings;

/// <summary>When bots that are listened to are too much.</summary>
internal sealed record LoopSettings
{
    public bool? Enabled { get; init; }

    public int? MaxEventsPerWindow { get; init; }

    public int? WindowSeconds { get; init; }

    public int? CooldownSeconds { get; init; }
}
