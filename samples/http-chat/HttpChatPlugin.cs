using Microsoft.Extensions.DependencyInjection;
using OpenClaw.Channels;
using OpenClaw.Plugins;
using OpenClaw.Surfaces;

namespace OpenClaw.Samples.HttpChat;

/// <summary>Offers the channel twice: for servers that show a message once per key, and for those that do not look at the key.</summary>
public sealed class HttpChatPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Configure(IPluginBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton<SignedDoors>();
        builder
            .AddChannel(Descriptor("http-chat", "HTTP chat", idempotent: true), Create)
            .AddChannel(Descriptor("http-chat-plain", "HTTP chat (no keys)", idempotent: false), Create)
            .AddRoute(
                new PluginRoute { Path = SignedDoors.Path, Authentication = RouteAuthentication.Plugin, Methods = ["POST"] },
                static (services, context) => services.GetRequiredService<SignedDoors>().HandleAsync(context));
    }

    private static HttpChatChannel Create(IServiceProvider services, ChannelAccount account) => new(account, services.GetRequiredService<SignedDoors>());

    private static ChannelDescriptor Descriptor(string id, string label, bool idempotent) => new()
    {
        Id = id,
        Label = label,
        Abilities = ChannelAbilities.Groups | ChannelAbilities.Threads | ChannelAbilities.Replies,
        MaxTextLength = 4_000,
        IdempotentSends = idempotent,
    };
}
