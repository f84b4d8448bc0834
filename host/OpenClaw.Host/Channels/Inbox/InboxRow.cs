using OpenClaw.Host.Channels.Accounts;

namespace OpenClaw.Host.Channels.Inbox;

/// <summary>A received message with its place in the inbox.</summary>
internal sealed record InboxRow
{
    /// <summary>Grows with the order of arrival.</summary>
    public required long Id { get; init; }

    public required AccountKey Account { get; init; }

    /// <summary>What it is known by among those of its account.</summary>
    public required string MessageId { get; init; }

    /// <summary>The platform's id of it, which replies name.</summary>
    public string PlatformId => Message.MessageId ?? MessageId;

    public required long ReceivedAt { get; init; }

    /// <summary>Whether it overtakes what waits in its conversation.</summary>
    public bool IsUrgent { get; init; }

    public required ReceivedMessage Message { get; init; }

    /// <summary>The line it stands in.</summary>
    public InboxPlace Place => new(Account, Message.Conversation, IsUrgent);
}
