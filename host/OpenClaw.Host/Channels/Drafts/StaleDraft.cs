using OpenClaw.Channels;

namespace OpenClaw.Host.Channels.Drafts;

/// <summary>A message that showed a draft and has to go.</summary>
internal sealed record StaleDraft(long Id, string Channel, string AccountId, ChatAddress Chat, string MessageId, long CreatedAt);
