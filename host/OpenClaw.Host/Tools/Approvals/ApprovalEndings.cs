namespace OpenClaw.Host.Tools.Approvals;

/// <summary>Why a request ended without a decision, as clients read it.</summary>
internal static class ApprovalEndings
{
    public const string Timeout = "timeout";

    /// <summary>Nobody who may decide was connected.</summary>
    public const string NoRoute = "no-route";

    /// <summary>The gateway stopped before anybody decided.</summary>
    public const string Restart = "restart";
}
