using System.Collections.Frozen;

namespace OpenClaw.Host.Plugins.Surfaces;

/// <summary>Words of the command line itself, with some that it is likely to get. No plugin may have one of them.</summary>
internal static class CoreCommands
{
    public static FrozenSet<string> All { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        "gateway", "call", "health", "status", "agent", "agents", "sessions", "logs", "models", "plugins", "config", "system", "doctor", "backup",
        "channels", "inbox", "outbox", "devices", "pairing", "nodes", "node", "qr", "protocol", "completion",
        "help", "version", "init", "onboard", "setup", "configure", "reset", "uninstall", "update", "dashboard", "tui", "message", "memory", "cron",
        "hooks", "skills", "browser", "sandbox", "security", "approvals", "acp", "dns", "docs", "directory", "webhooks", "daemon", "tasks", "secrets");
}
