namespace OpenClaw.Channels.Telegram.Wire;

/// <summary>A person or a bot.</summary>
internal sealed record User
{
    public required long Id { get; init; }

    public bool IsBot { get; init; }

    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public string? Username { get; init; }

    /// <summary>Whether a bot sees all messages of its groups; only of <c>getMe</c>.</summary>
    public bool CanReadAllGroupMessages { get; init; }

    /// <summary>Whether direct chats with a bot have topics; only of <c>getMe</c>.</summary>
    public bool HasTopicsEnabled { get; init; }
}
