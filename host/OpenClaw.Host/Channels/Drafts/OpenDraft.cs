namespace OpenClaw.Host.Channels.Drafts;

/// <summary>What a chat sees of a run that works.</summary>
internal sealed record OpenDraft(RunDraft Draft, DraftMode Mode, int? Limit);
