namespace OpenClaw.Host.Channels.Pairing;

/// <summary>What became of a stranger's message.</summary>
internal enum PairingAsk
{
    /// <summary>A request was made: the sender is told its code.</summary>
    Created,

    /// <summary>The sender has been told already and gets no second message.</summary>
    Waiting,

    /// <summary>Too many wait: the sender is told nothing.</summary>
    Full,

    /// <summary>The sender was let in meanwhile.</summary>
    Allowed,
}
