namespace OpenClaw.Host.Security.Pairing;

/// <summary>How a device was approved, in the words of <c>approvedVia</c>.</summary>
internal static class ApprovalPaths
{
    public const string Silent = "silent";
    public const string Owner = "owner";
    public const string Bootstrap = "bootstrap";
    public const string TrustedProxy = "trusted-proxy";
    public const string TrustedCidr = "trusted-cidr";
}
