using OpenClaw.Channels;

namespace OpenClaw.Host.Channels.Outbox.Sending;

/// <summary>Where a message goes that somebody asked for by name.</summary>
internal sealed record OutboundTarget(string Channel, string AccountId, string ChatId, ChatKind Kind, string? ThreadId);
