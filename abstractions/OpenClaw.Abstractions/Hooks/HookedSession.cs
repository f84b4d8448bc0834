using OpenClaw.Identity;

namespace OpenClaw.Hooks;

/// <summary>A session in one of its conversations, as hooks see it.</summary>
public sealed record HookedSession
{
    /// <summary>The session. It keeps its key when a new conversation begins.</summary>
    public required SessionKey Session { get; init; }

    /// <summary>The agent it belongs to.</summary>
    public required AgentId Agent { get; init; }

    /// <summary>The conversation; each has an id of its own.</summary>
    public required string ConversationId { get; init; }
}
