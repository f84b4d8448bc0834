namespace OpenClaw.Host.Tools.Approvals.Rpc;

/// <summary>What counts where the document says nothing.</summary>
internal sealed record ResolvedApprovalDefaults(string Security, string Ask, string AskFallback, bool AutoAllowSkills);
