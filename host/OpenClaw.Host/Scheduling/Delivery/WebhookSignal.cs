using OpenClaw.Host.Events;

namespace OpenClaw.Host.Scheduling.Delivery;

/// <summary>A call to a web address was stored.</summary>
internal sealed class WebhookSignal : LoopSignal;
