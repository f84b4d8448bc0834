using OpenClaw.Channels;
using OpenClaw.Plugins;

namespace Echo;

/// <summary>A channel needs a descriptor, known before any account exists, and a factory for accounts.</summary>
public sealed class EchoChannelPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Configure(IPluginBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddChannel(
            new ChannelDescriptor { Id = "echo-channel", Label = "Echo", MaxTextLength = 4_000, IdempotentSends = true },
            static (_, account) => new EchoChannel(account));
    }
}
