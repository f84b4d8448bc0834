namespace OpenClaw.Host.Agents.Lanes;

/// <summary>The queue of messages in <c>status</c> and <c>health</c>.</summary>
internal sealed record QueueReport
{
    /// <summary>Messages that wait for their run.</summary>
    public required int Depth { get; init; }

    public required int MaxSize { get; init; }

    /// <summary>Messages without an answer yet, those at work included.</summary>
    public required int Pending { get; init; }

    /// <summary>From acceptance to answer, over the latest runs; nothing before the first.</summary>
    public long? AvgResponseMs { get; init; }

    /// <summary><c>ok</c>, or <c>degraded</c> when the queue is four fifths full.</summary>
    public required string Status { get; init; }
}
