using OpenClaw.Channels;
using OpenClaw.Plugins;

namespace MyPlugin;

/// <summary>The entry point: the gateway makes one and asks it what the plugin offers.</summary>
public sealed class Plugin : IPlugin
{
    public void Configure(IPluginBuilder builder) => builder.AddChannel(
        new ChannelDescriptor { Id = "my-plugin-id", Label = "MyPlugin", MaxTextLength = 4_000, IdempotentSends = true },
        static (_, account) => new FolderChannel(account));
}
