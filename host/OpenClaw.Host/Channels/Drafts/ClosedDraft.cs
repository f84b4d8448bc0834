namespace OpenClaw.Host.Channels.Drafts;

/// <summary>What a chat saw of a run that has ended.</summary>
/// <param name="Mode">How it was shown.</param>
/// <param name="MessageIds">The messages that show it.</param>
/// <param name="Limit">The longest of its messages, where it is cut otherwise than the answer would be.</param>
internal sealed record ClosedDraft(DraftMode Mode, IReadOnlyList<string> MessageIds, int? Limit);
