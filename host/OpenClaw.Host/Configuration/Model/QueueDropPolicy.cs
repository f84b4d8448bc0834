namespace OpenClaw.Host.Configuration.Model;

/// <summary>What a full queue does (<c>messages.queue.drop</c>).</summary>
internal enum QueueDropPolicy
{
    Summarize,
    Old,
    New,
}
