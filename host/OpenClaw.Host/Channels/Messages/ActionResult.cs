namespace OpenClaw.Host.Channels.Messages;

/// <summary>Answer of <c>message.action</c>; what an action has nothing to say about is left out.</summary>
internal sealed record ActionResult
{
    public bool Ok { get; init; } = true;

    public required string Action { get; init; }

    public required string Channel { get; init; }

    public string? AccountId { get; init; }

    public string? RunId { get; init; }

    public string? ChatId { get; init; }

    public string? MessageId { get; init; }

    public IReadOnlyList<ReadMessage>? Messages { get; init; }

    public FoundUser? Self { get; init; }

    public IReadOnlyList<FoundUser>? Users { get; init; }

    public IReadOnlyList<FoundChat>? Chats { get; init; }
}
