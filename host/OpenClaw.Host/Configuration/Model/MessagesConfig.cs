namespace OpenClaw.Host.Configuration.Model;

/// <summary>The <c>messages</c> section, as far as runs need it.</summary>
internal sealed record MessagesConfig
{
    public MessageQueueConfig Queue { get; init; } = new();

    public string? ResponsePrefix { get; init; }
}
