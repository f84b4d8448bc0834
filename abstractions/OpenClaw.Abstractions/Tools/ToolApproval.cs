namespace OpenClaw.Tools;

/// <summary>A person's consent to one tool call.</summary>
/// <param name="Id">The approval's id, as in the audit log.</param>
/// <param name="ApprovedBy">Who consented.</param>
/// <param name="ApprovedAt">When.</param>
public sealed record ToolApproval(string Id, string ApprovedBy, DateTimeOffset ApprovedAt);
