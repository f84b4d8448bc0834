using OpenClaw.Channels;
using OpenClaw.Plugins;

namespace OpenClaw.Samples.HttpChat;

/// <summary>Offers the channel twice: for servers that show a message once per key, and for those that do not look at the key.</summary>
public sealed class HttpChatPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Configure(IPluginBuilder builder) => builder
        .AddChannel(Descriptor("http-chat", "HTTP chat", idempotent: true), Create)
        .AddChannel(Descriptor("http-chat-plain", "HTTP chat (no keys)", idempotent: false), Create);

    private static HttpChatChannel Create(IServiceProvider services, ChannelAccount account) => new(account);

    private static ChannelDescriptor Descriptor(string id, string label, bool idempotent) => new()
    {
        Id = id,
        Label = label,
        Abilities = ChannelAbilities.Groups | ChannelAbilities.Threads | ChannelAbilities.Replies,
        MaxTextLength = 4_000,
        IdempotentSends = idempotent,
    };
}
