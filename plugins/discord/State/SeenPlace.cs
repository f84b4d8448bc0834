namespace OpenClaw.Channels.Discord.State;

/// <summary>How far a chat was read.</summary>
/// <param name="MessageId">The newest message that is on disk.</param>
/// <param name="GuildId">The server it is in; nothing for direct chats.</param>
internal sealed record SeenPlace(string MessageId, string? GuildId = null);
