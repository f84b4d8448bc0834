namespace OpenClaw.Host.Channels.Outbox;

/// <summary>How far a message has come. Stored as numbers: never renumber.</summary>
internal enum OutboxState
{
    /// <summary>On disk; waits for its turn, its time or its account.</summary>
    Queued = 0,

    /// <summary>Written before the channel is called: from here until the answer is on disk, the message may have left.</summary>
    Attempting = 1,

    /// <summary>The platform has every part.</summary>
    Sent = 2,

    /// <summary>Surely not sent as a whole, and not tried again by itself.</summary>
    Failed = 3,

    /// <summary>Its time was over before it could be sent.</summary>
    Expired = 4,

    /// <summary>A part was handed over and nobody knows whether it arrived. Never repeated by itself.</summary>
    Unknown = 5,

    /// <summary>Given up by a person. Only its key is kept, so that a repeated request does not send it after all.</summary>
    Dropped = 6,
}
