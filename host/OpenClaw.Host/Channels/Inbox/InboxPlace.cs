using OpenClaw.Host.Channels.Accounts;

namespace OpenClaw.Host.Channels.Inbox;

/// <summary>A line in which messages are handled in order: that of a conversation, and beside it that of its urgent messages.</summary>
internal readonly record struct InboxPlace(AccountKey Account, string Conversation, bool IsUrgent);
