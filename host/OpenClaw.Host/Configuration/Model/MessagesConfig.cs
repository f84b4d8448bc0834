namespace OpenClaw.Host.Configuration.Model;

/// <summary>The <c>messages</c> section, as far as runs need it.</summary>
internal sealed record MessagesConfig
{
    public MessageQueueConfig Queue { get; init; } = new();

    public string? ResponsePrefix { get; init; }

    /// <summary>How long an outgoing message may wait (<c>messages.outbox.expireAfter</c>).</summary>
    public TimeSpan OutboxExpiry { get; init; } = TimeSpan.FromHours(24);
}
