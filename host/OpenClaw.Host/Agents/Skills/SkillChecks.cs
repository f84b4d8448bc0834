using System.Text.Json;

namespace OpenClaw.Host.Agents.Skills;

/// <summary>Looks which needs of skills this machine meets.</summary>
internal static class SkillChecks
{
    public static SkillNeeds Missing(SkillNeeds needs, JsonElement config) => new()
    {
        Bins = [.. needs.Bins.Where(static bin => !IsInstalled(bin))],
        AnyBins = needs.AnyBins.Any(IsInstalled) ? [] : needs.AnyBins,
        Env = [.. needs.Env.Where(static name => string.IsNullOrEmpty(Environment.GetEnvironmentVariable(name)))],
        Config = [.. needs.Config.Where(path => !IsSet(config, path))],
        Os = needs.Os.Count == 0 || needs.Os.Contains(Platform) ? [] : needs.Os,
    };

    private static string Platform => OperatingSystem.IsWindows() ? "win32" : OperatingSystem.IsMacOS() ? "darwin" : "linux";

    private static bool IsInstalled(string program)
    {
        // A name only: a skill does not get to ask whether any file exists.
        if (program.Length == 0 || program.AsSpan().IndexOfAny('/', '\\') >= 0)
            return false;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        string[] endings = OperatingSystem.IsWindows() ? [".exe", ".cmd", ".bat"] : [string.Empty];
        return folders.Any(folder => endings.Any(ending => File.Exists(Path.Combine(folder, program + ending))));
    }

    private static bool IsSet(JsonElement config, string path)
    {
        var value = config;
        foreach (var name in path.Split('.'))
        {
            if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(name, out value))
                return false;
        }

        return value.ValueKind is not (JsonValueKind.False or JsonValueKind.Null or JsonValueKind.Undefined);
    }
}
