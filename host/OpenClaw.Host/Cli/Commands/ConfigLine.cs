using System.Text.Json;
using OpenClaw.Host.Cli.Remote;

namespace OpenClaw.Host.Cli.Commands;

/// <summary>What a person should know of how the gateway stands to its file; nothing when all is well.</summary>
internal static class ConfigLine
{
    public static string? Of(JsonElement health)
    {
        if (health.TextAt("configReload", "problem") is { } problem)
            return $"the file has a mistake and is not in force: {problem}";
        if (health.TextAt("configReload", "waiting") is not { } waiting)
            return null;
        return health.At("configReload")?.IsTrueAt("restarting") == true
            ? $"the gateway restarts for {waiting}"
            : $"not in force until a restart: {waiting}";
    }
}
