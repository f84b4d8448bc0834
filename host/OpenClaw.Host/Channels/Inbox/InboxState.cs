namespace OpenClaw.Host.Channels.Inbox;

/// <summary>What became of a received message. Stored as numbers: never renumber.</summary>
internal enum InboxState
{
    /// <summary>On disk and not looked at yet.</summary>
    Received = 0,

    /// <summary>Kept as context of the next message of its conversation that is meant for the agent.</summary>
    Held = 1,

    /// <summary>Part of a run.</summary>
    Turned = 2,

    /// <summary>Not admitted, or nothing in it to answer.</summary>
    Dropped = 3,

    /// <summary>It could not be handled; the reason says why.</summary>
    Failed = 4,
}
