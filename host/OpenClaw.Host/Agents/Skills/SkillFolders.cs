using System.Text.Json;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Agents.Skills;

/// <summary>Finds the skills in the folder <c>skills</c> of an agent's workspace and of the state directory. The workspace wins.</summary>
internal sealed class SkillFolders(Workspaces workspaces, StatePaths paths, IConfigSource configuration)
{
    private const int MaxSkills = 500;
    private const string FileName = "SKILL.md";

    public string ManagedDirectory => Path.Combine(paths.StateDirectory, "skills");

    public IReadOnlyList<Skill> Of(string agentId)
    {
        var found = new Dictionary<string, Skill>(StringComparer.Ordinal);
        foreach (var skill in In(Path.Combine(workspaces.Of(agentId), "skills"), "openclaw-workspace").Concat(In(ManagedDirectory, "openclaw-managed")))
            found.TryAdd(skill.Name, skill);
        return [.. found.Values.OrderBy(static skill => skill.Name, StringComparer.Ordinal)];
    }

    private IEnumerable<Skill> In(string directory, string source)
    {
        if (!Directory.Exists(directory))
            return [];
        // Links are left out: a skill lies where it is said to lie.
        return new DirectoryInfo(directory).EnumerateDirectories()
            .Where(static folder => (folder.Attributes & FileAttributes.ReparsePoint) == 0)
            .Take(MaxSkills)
            .Select(folder => Read(folder.FullName, source))
            .OfType<Skill>();
    }

    private Skill? Read(string folder, string source)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            return File.Exists(path) && SkillFile.Read(path) is { } file && file.Text("name") is { } name ? Of(file, name, folder, source) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // One file that cannot be read must not hide the other skills.
            return null;
        }
    }

    private Skill Of(SkillFile file, string name, string folder, string source)
    {
        var config = configuration.Current.Raw;
        var metadata = file.Metadata();
        var needs = SkillNeeds.Of(metadata);
        var missing = SkillChecks.Missing(needs, config);
        var key = Text(metadata, "skillKey") ?? name;
        var disabled = IsDisabled(config, key);
        return new Skill
        {
            Name = name,
            Description = file.Text("description") ?? string.Empty,
            Source = source,
            FilePath = Path.Combine(folder, FileName),
            BaseDir = folder,
            SkillKey = key,
            Emoji = Text(metadata, "emoji"),
            Homepage = file.Text("homepage") ?? Text(metadata, "homepage"),
            Always = metadata.ValueKind == JsonValueKind.Object && metadata.TryGetProperty("always", out var always) && always.ValueKind == JsonValueKind.True,
            Disabled = disabled,
            Eligible = !disabled && !missing.AnyMissing,
            ModelVisible = !disabled && !missing.AnyMissing && !file.Flag("disable-model-invocation"),
            PlatformIncompatible = missing.Os.Count > 0,
            Requirements = needs,
            Missing = missing,
        };
    }

    private static bool IsDisabled(JsonElement config, string key) =>
        config.ValueKind == JsonValueKind.Object
        && config.TryGetProperty("skills", out var skills) && skills.ValueKind == JsonValueKind.Object
        && skills.TryGetProperty("entries", out var entries) && entries.ValueKind == JsonValueKind.Object
        && entries.TryGetProperty(key, out var entry) && entry.ValueKind == JsonValueKind.Object
        && entry.TryGetProperty("enabled", out var enabled) && enabled.ValueKind == JsonValueKind.False;

    private static string? Text(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
