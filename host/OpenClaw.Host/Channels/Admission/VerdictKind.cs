namespace OpenClaw.Host.Channels.Admission;

/// <summary>Sorts of decisions about a received message.</summary>
internal enum VerdictKind
{
    /// <summary>The agent answers it.</summary>
    Turn,

    /// <summary>It is kept as context of the next one.</summary>
    Hold,

    /// <summary>Its sender is told how to be let in.</summary>
    Pair,

    /// <summary>Nothing.</summary>
    Drop,
}
