using OpenClaw.Channels;
using OpenClaw.Plugins;
using OpenClaw.Samples.HttpChat;

namespace OpenClaw.TestPlugins;

/// <summary>The channel has the plugin's id, so that several of them work side by side.</summary>
public sealed class SwapChatPlugin : IPlugin
{
    public void Configure(IPluginBuilder builder) => builder.AddChannel(
        new ChannelDescriptor { Id = builder.Scope.Plugin.Id, Label = "Swapped chat", MaxTextLength = 4_000, IdempotentSends = true },
        static (_, account) => new HttpChatChannel(account));
}
