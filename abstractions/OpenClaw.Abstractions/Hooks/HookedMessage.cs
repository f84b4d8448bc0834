using OpenClaw.Identity;

namespace OpenClaw.Hooks;

/// <summary>A message of a chat, as hooks see it.</summary>
public sealed record HookedMessage
{
    /// <summary>The channel.</summary>
    public required string Channel { get; init; }

    /// <summary>The account of the channel.</summary>
    public required AccountId Account { get; init; }

    /// <summary>The conversation, in the channel's own words.</summary>
    public required string ChatId { get; init; }

    /// <summary>Who wrote it; null for messages of the gateway.</summary>
    public string? SenderId { get; init; }

    /// <summary>The text, as the hooks before this one left it. May be empty where files are sent.</summary>
    public required string Text { get; init; }
}
