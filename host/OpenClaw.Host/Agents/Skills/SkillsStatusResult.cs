namespace OpenClaw.Host.Agents.Skills;

/// <summary>Answer of <c>skills.status</c>.</summary>
internal sealed record SkillsStatusResult(string WorkspaceDir, string ManagedSkillsDir, string AgentId, IReadOnlyList<Skill> Skills);
