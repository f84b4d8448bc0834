namespace OpenClaw.Host.Plugins.Manifests;

/// <summary>What a plugin may offer, as its manifest's <c>kinds</c> says. A registration of another kind is refused.</summary>
[Flags]
internal enum PluginKind
{
    None = 0,
    Channel = 1,
    Tool = 2,
    AgentProvider = 4,
    Service = 8,
    Route = 16,
    Method = 32,
    Command = 64,
    Hook = 128,
}
