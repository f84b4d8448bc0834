using OpenClaw.Host.Events;

namespace OpenClaw.Host.Channels.Outbox;

/// <summary>Wakes the dispatcher: something was put in, an account came up, or a place became free.</summary>
internal sealed class OutboxSignal : LoopSignal;
