namespace OpenClaw.Host.Agents.Skills;

/// <summary>Answer of <c>skills.bins</c>: programs that skills use, for nodes to report which of them they have.</summary>
internal sealed record SkillsBinsResult(IReadOnlyList<string> Bins);
