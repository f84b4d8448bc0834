namespace OpenClaw.Channels;

/// <summary>A place on a platform that messages come from and go to.</summary>
/// <param name="ChatId">The platform's id of the chat.</param>
/// <param name="Kind">What sort of place it is.</param>
/// <param name="ThreadId">The thread or topic inside the chat, where there is one.</param>
/// <param name="Title">The name shown to people. Never trusted.</param>
public sealed record ChatAddress(string ChatId, ChatKind Kind, string? ThreadId = null, string? Title = null);
