using OpenClaw.Host.Events;

namespace OpenClaw.Host.Scheduling.Engine;

/// <summary>Jobs changed, or one of them ended.</summary>
internal sealed class CronSignal : LoopSignal;
