using OpenClaw.Host.Configuration.Schema.Sections;

namespace OpenClaw.Host.Configuration.Schema;

/// <summary>Every key the file may have. Sections that no room reads yet are accepted as they are.</summary>
internal static class ConfigSchema
{
    private static readonly string[] OpenSections =
    [
        "accessGroups", "acp", "approvals", "audio", "auth", "broadcast", "browser", "canvasHost", "channels", "client", "commands",
        "cron", "diagnostics", "discovery", "mcp", "media", "memory", "meta", "nodeHost", "proxy", "secrets", "skills", "talk", "tools",
        "tts", "ui", "update", "web", "wizard",
    ];

    public static ObjectSchema Root { get; } = Shape.Object(
    [
        ("$schema", Shape.Text),
        ("gateway", GatewaySection.Create()),
        ("agents", AgentsSection.Create()),
        ("bindings", Shape.List(Shape.Open)),
        ("session", SessionSection.Create()),
        ("models", ModelsSection.Create()),
        ("plugins", HostSections.Plugins()),
        ("logging", HostSections.Logging()),
        ("messages", HostSections.Messages()),
        ("hooks", HostSections.Hooks()),
        ("env", HostSections.Env()),
        .. OpenSections.Select(static name => (name, Shape.Open)),
    ]);
}
