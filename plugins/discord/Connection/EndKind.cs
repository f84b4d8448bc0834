namespace OpenClaw.Channels.Discord.Connection;

/// <summary>What follows the end of a connection.</summary>
internal enum EndKind
{
    /// <summary>The session goes on with the next one.</summary>
    Resume,

    /// <summary>The session is gone; the next one begins another.</summary>
    Identify,

    /// <summary>More connections are needed than there are.</summary>
    Reshard,

    /// <summary>No other one can help.</summary>
    Fatal,
}
