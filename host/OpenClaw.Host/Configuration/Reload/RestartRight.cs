using System.Text.Json;

namespace OpenClaw.Host.Configuration.Reload;

/// <summary>Whether somebody outside may have the gateway restarted, by a word in a chat or by a signal (<c>commands.restart</c>).</summary>
internal static class RestartRight
{
    public static bool IsGranted(OpenClawConfig config) =>
        !(config.Raw.TryGetProperty("commands", out var commands)
            && commands.ValueKind == JsonValueKind.Object
            && commands.TryGetProperty("restart", out var restart)
            && restart.ValueKind == JsonValueKind.False);
}
