namespace OpenClaw.Protocol.Events;

/// <summary>Why a client cannot be told what it missed.</summary>
public static class ResumeGapReasons
{
    /// <summary>The gateway has restarted, or has given up keeping events for that connection.</summary>
    public const string UnknownEpoch = "unknown-epoch";

    /// <summary>The epoch belongs to another device, credential, program or role.</summary>
    public const string OtherIdentity = "other-identity";

    /// <summary>More was missed than the gateway keeps.</summary>
    public const string TooOld = "too-old";

    /// <summary>No event of that number was sent yet.</summary>
    public const string FutureSeq = "future-seq";

    /// <summary>A number that no event can have, or a client that did not ask for an epoch on its new connection.</summary>
    public const string Invalid = "invalid";

    /// <summary>Said by clients themselves: the gateway they reached names no epoch.</summary>
    public const string Unsupported = "unsupported";
}
