using OpenClaw.Plugins;

namespace MyPlugin;

/// <summary>Serves every entry of <c>models.providers</c> whose api is <c>my-plugin-id</c>.</summary>
public sealed class Plugin : IPlugin
{
    public void Configure(IPluginBuilder builder)
    {
        var scope = builder.Scope;
        builder.AddAgentProvider("my-plugin-id", (_, settings) => new PlainTextProvider(scope, settings));
    }
}
