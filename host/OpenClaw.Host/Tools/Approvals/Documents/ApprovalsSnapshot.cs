namespace OpenClaw.Host.Tools.Approvals.Documents;

/// <summary>The document at one moment.</summary>
/// <param name="Exists">Whether it was ever written.</param>
/// <param name="Hash">Names this state of it.</param>
/// <param name="Document">What it says.</param>
internal sealed record ApprovalsSnapshot(bool Exists, string Hash, ApprovalsDocument Document);
