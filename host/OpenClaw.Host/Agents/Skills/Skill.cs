using System.Text.Json;

namespace OpenClaw.Host.Agents.Skills;

/// <summary>A skill as <c>skills.status</c> shows it.</summary>
internal sealed record Skill
{
    public required string Name { get; init; }

    public required string Description { get; init; }

    public required string Source { get; init; }

    public bool Bundled { get; init; }

    public required string FilePath { get; init; }

    public required string BaseDir { get; init; }

    public required string SkillKey { get; init; }

    public string? Emoji { get; init; }

    public string? Homepage { get; init; }

    public required bool Always { get; init; }

    public required bool Disabled { get; init; }

    public bool BlockedByAllowlist { get; init; }

    public bool BlockedByAgentFilter { get; init; }

    public required bool Eligible { get; init; }

    public required bool PlatformIncompatible { get; init; }

    /// <summary>Whether models are told of the skill.</summary>
    public bool ModelVisible { get; init; }

    public bool UserInvocable { get; init; }

    public bool CommandVisible { get; init; }

    public required SkillNeeds Requirements { get; init; }

    public required SkillNeeds Missing { get; init; }

    public IReadOnlyList<JsonElement> ConfigChecks { get; init; } = [];

    public IReadOnlyList<JsonElement> Install { get; init; } = [];
}
