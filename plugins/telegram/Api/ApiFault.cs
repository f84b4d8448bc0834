namespace OpenClaw.Channels.Telegram.Api;

/// <summary>What is known about a call that failed.</summary>
internal enum ApiFault
{
    /// <summary>Telegram answered that it does not do it.</summary>
    Refused,

    /// <summary>Telegram asks to wait; nothing was done.</summary>
    TooMany,

    /// <summary>The request never left.</summary>
    NotSent,

    /// <summary>It may have been done: the connection was cut, the time ran out, or the server failed.</summary>
    Unknown,
}
