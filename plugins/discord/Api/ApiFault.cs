namespace OpenClaw.Channels.Discord.Api;

/// <summary>What is known about a call that failed.</summary>
internal enum ApiFault
{
    /// <summary>Discord answered that it does not do it.</summary>
    Refused,

    /// <summary>Discord asks to wait; nothing was done.</summary>
    TooMany,

    /// <summary>The request never left.</summary>
    NotSent,

    /// <summary>It may have been done: the connection was cut, the time ran out, or the server failed.</summary>
    Unknown,
}
