using OpenClaw.Protocol.Config;

namespace OpenClaw.Host.Configuration.Rpc;

/// <summary>The details of a write whose result would be invalid.</summary>
internal sealed record ConfigIssueDetails
{
    public required IReadOnlyList<ConfigIssue> Issues { get; init; }
}
