using OpenClaw.Host.Events;

namespace OpenClaw.Host.Channels.Drafts;

/// <summary>Wakes the cleaner: there may be messages of drafts to take away.</summary>
internal sealed class DraftSignal : LoopSignal;
