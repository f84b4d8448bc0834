using OpenClaw.Host.Events;

namespace OpenClaw.Host.Scheduling.Wakes;

/// <summary>A session is to have a turn soon.</summary>
internal sealed class WakeSignal : LoopSignal;
