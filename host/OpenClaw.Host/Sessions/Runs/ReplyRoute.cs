using OpenClaw.Channels;

namespace OpenClaw.Host.Sessions.Runs;

/// <summary>Where the answer of a run goes: the place its message came from. Kept with the run, so that a restart answers there too.</summary>
internal sealed record ReplyRoute
{
    public required string Channel { get; init; }

    public required string AccountId { get; init; }

    public required string ChatId { get; init; }

    public ChatKind ChatKind { get; init; }

    public string? ThreadId { get; init; }

    /// <summary>The platform's id of the message that is answered; what <c>[[reply_to_current]]</c> means.</summary>
    public string? ReplyToMessageId { get; init; }

    /// <summary>Whether several messages were put together into this one; <c>replyToMode: batched</c> asks.</summary>
    public bool IsBatch { get; init; }

    /// <summary>Whether the chat is told when the run fails: in direct chats, and in groups where the account was addressed.</summary>
    public bool TellsFailures { get; init; } = true;
}
