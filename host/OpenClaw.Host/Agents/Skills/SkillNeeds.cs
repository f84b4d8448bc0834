using System.Text.Json;

namespace OpenClaw.Host.Agents.Skills;

/// <summary>What a skill needs to work, or which of it is missing.</summary>
internal sealed record SkillNeeds
{
    public static SkillNeeds None { get; } = new();

    public IReadOnlyList<string> Bins { get; init; } = [];

    public IReadOnlyList<string> AnyBins { get; init; } = [];

    public IReadOnlyList<string> Env { get; init; } = [];

    public IReadOnlyList<string> Config { get; init; } = [];

    public IReadOnlyList<string> Os { get; init; } = [];

    public bool AnyMissing => Bins.Count + AnyBins.Count + Env.Count + Config.Count + Os.Count > 0;

    /// <summary>Reads the <c>requires</c> and <c>os</c> members of a skill's metadata.</summary>
    public static SkillNeeds Of(JsonElement metadata)
    {
        var requires = metadata.ValueKind == JsonValueKind.Object && metadata.TryGetProperty("requires", out var value) ? value : default;
        return new SkillNeeds
        {
            Bins = Texts(requires, "bins"),
            AnyBins = Texts(requires, "anyBins"),
            Env = Texts(requires, "env"),
            Config = Texts(requires, "config"),
            Os = Texts(metadata, "os"),
        };
    }

    private static IReadOnlyList<string> Texts(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Where(static one => one.ValueKind == JsonValueKind.String).Select(static one => one.GetString()!)]
            : [];
}
