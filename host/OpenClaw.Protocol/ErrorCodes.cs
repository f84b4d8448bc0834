namespace OpenClaw.Protocol;

/// <summary>Values of <see cref="ErrorShape.Code"/>.</summary>
public static class ErrorCodes
{
    /// <summary>Bad frame or parameters, unknown method or id, wrong role, failed authentication.</summary>
    public const string InvalidRequest = "INVALID_REQUEST";

    /// <summary>The caller lacks a scope. Protocol 3 sockets get <see cref="InvalidRequest"/> instead.</summary>
    public const string Forbidden = "FORBIDDEN";

    /// <summary>Device identity or pairing is missing.</summary>
    public const string NotPaired = "NOT_PAIRED";

    /// <summary>Starting, draining, overloaded, failed backend or failed run.</summary>
    public const string Unavailable = "UNAVAILABLE";

    /// <summary>A run exceeded its time.</summary>
    public const string AgentTimeout = "AGENT_TIMEOUT";

    /// <summary>A channel account is not linked.</summary>
    public const string NotLinked = "NOT_LINKED";

    /// <summary>Reserved for approvals; today sent as <c>details.reason</c>.</summary>
    public const string ApprovalNotFound = "APPROVAL_NOT_FOUND";
}
