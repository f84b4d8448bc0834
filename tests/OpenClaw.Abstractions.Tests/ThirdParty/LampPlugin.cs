using Microsoft.Extensions.DependencyInjection;
using OpenClaw.Abstractions.Tests.Tools;
using OpenClaw.Channels;
using OpenClaw.Plugins;
using OpenClaw.Tools;

namespace OpenClaw.Abstractions.Tests.ThirdParty;

/// <summary>A plugin as a stranger would write it: one of everything.</summary>
public sealed class LampPlugin : IPlugin
{
    internal static ChannelDescriptor Descriptor { get; } = new()
    {
        Id = "lamp",
        Label = "Lamp",
        Abilities = ChannelAbilities.Typing | ChannelAbilities.Reactions | ChannelAbilities.Edits,
        MaxTextLength = 140,
        TextUnit = TextUnit.Scalars,
        IdempotentSends = true,
    };

    public void Configure(IPluginBuilder builder)
    {
        builder.Services.AddSingleton<LampBoard>();
        builder
            .AddChannel(Descriptor, static (services, account) => new LampChannel(services.GetRequiredService<LampBoard>(), account))
            .AddTool<LampTool>()
            .AddTool(Tool.Create(
                "lamp_set",
                "Sets the lamp.",
                LampJsonContext.Default.LampArguments,
                static (arguments, _, _) => ValueTask.FromResult(ToolResult.Text(arguments.Colour))))
            .AddAgentProvider<ParrotProvider>()
            .AddAgentProvider("parrot-wire", static (_, settings) => new ParrotProvider(settings.Id))
            .AddBackgroundService<LampService>();
    }
}
