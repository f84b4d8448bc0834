namespace OpenClaw.Protocol.Sessions;

/// <summary>Answer to <c>sessions.messages.subscribe</c> and <c>.unsubscribe</c>.</summary>
public sealed record SessionsMessagesSubscription
{
    /// <summary>True when the connection listens now.</summary>
    public required bool Subscribed { get; init; }

    /// <summary>Canonical key.</summary>
    public required string Key { get; init; }
}
