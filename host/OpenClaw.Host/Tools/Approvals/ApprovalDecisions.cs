using System.Collections.Immutable;

namespace OpenClaw.Host.Tools.Approvals;

/// <summary>What a person can say to a request.</summary>
internal static class ApprovalDecisions
{
    public const string AllowOnce = "allow-once";
    public const string AllowAlways = "allow-always";
    public const string Deny = "deny";

    public static ImmutableArray<string> All { get; } = [AllowOnce, AllowAlways, Deny];
}
