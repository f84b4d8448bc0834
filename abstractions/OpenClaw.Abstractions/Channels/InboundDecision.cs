namespace OpenClaw.Channels;

/// <summary>Decisions about a received message.</summary>
public enum InboundDecision
{
    /// <summary>The agent or the gateway itself acts on it.</summary>
    Taken = 0,

    /// <summary>It is kept for the agent to know, and not acted on: a message in a group that was not meant for the agent.</summary>
    Kept = 1,

    /// <summary>Its sender may not talk to the agent here, or the message is of no use.</summary>
    Refused = 2,
}
