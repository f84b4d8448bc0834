namespace OpenClaw.Channels.WhatsApp.Bridge;

/// <summary>What is known about a request that failed.</summary>
internal enum BridgeFault
{
    /// <summary>WhatsApp or the bridge refused; nothing was done.</summary>
    Refused,

    /// <summary>The account is not linked; nothing was done.</summary>
    NotLinked,

    /// <summary>There is no connection at this moment; nothing was done.</summary>
    NotSent,

    /// <summary>It may have been done: the bridge ended, or did not answer in time.</summary>
    Unknown,
}
