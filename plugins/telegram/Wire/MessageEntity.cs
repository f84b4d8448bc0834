namespace OpenClaw.Channels.Telegram.Wire;

/// <summary>A part of a text with a meaning. Positions count UTF-16 units, as .NET does.</summary>
internal sealed record MessageEntity
{
    public string? Type { get; init; }

    public int Offset { get; init; }

    public int Length { get; init; }

    public User? User { get; init; }
}
