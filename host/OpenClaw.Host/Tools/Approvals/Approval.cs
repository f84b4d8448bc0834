namespace OpenClaw.Host.Tools.Approvals;

/// <summary>A request for a person's consent, as stored.</summary>
internal sealed record Approval
{
    public required string Id { get; init; }

    public required ApprovalRequest Request { get; init; }

    public required ApprovalAudience Audience { get; init; }

    public required long CreatedAtMs { get; init; }

    public required long ExpiresAtMs { get; init; }

    /// <summary>What was decided; null while it waits, and when it ended without a decision.</summary>
    public string? Decision { get; init; }

    public string? ResolvedBy { get; init; }

    public long? EndedAtMs { get; init; }

    /// <summary>One of <see cref="ApprovalEndings"/>.</summary>
    public string? TerminalReason { get; init; }
}
