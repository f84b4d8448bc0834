namespace OpenClaw.Host.Tools.Approvals;

/// <summary>Why something was refused.</summary>
internal enum ApprovalRefusal
{
    Invalid,

    /// <summary>Too many requests wait.</summary>
    Full,

    NotFound,

    AlreadyResolved,
}
