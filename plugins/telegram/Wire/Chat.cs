namespace OpenClaw.Channels.Telegram.Wire;

/// <summary>A chat.</summary>
internal sealed record Chat
{
    public required long Id { get; init; }

    /// <summary><c>private</c>, <c>group</c>, <c>supergroup</c> or <c>channel</c>.</summary>
    public string? Type { get; init; }

    public string? Title { get; init; }

    public string? Username { get; init; }

    public bool IsForum { get; init; }
}
