namespace OpenClaw.Host.Configuration.Model;

/// <summary>What a message does that arrives during a run (<c>messages.queue.mode</c>).</summary>
internal enum QueueMode
{
    Steer,
    Followup,
    Collect,
    Interrupt,
}
