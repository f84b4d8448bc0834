namespace OpenClaw.Channels.Discord.Wire;

/// <summary>Another message that one refers to.</summary>
internal sealed record MessageReference
{
    public const int Answer = 0;

    /// <summary>1 where it is passed on instead of answered.</summary>
    public int Type { get; init; }

    public string? MessageId { get; init; }
}
