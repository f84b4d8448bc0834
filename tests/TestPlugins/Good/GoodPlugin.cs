using Microsoft.Extensions.DependencyInjection;
using OpenClaw.Channels;
using OpenClaw.Plugins;
using OpenClaw.Tools;

namespace OpenClaw.TestPlugins;

/// <summary>Uses every part of the contract, and much of what is known to keep code from unloading.</summary>
public sealed class GoodPlugin : IPlugin
{
    public void Configure(IPluginBuilder builder)
    {
        builder.Services.AddSingleton<GoodState>();
        builder.AddFromAssembly()
            .AddTool(Tool.Create(
                "good_typed",
                "Greets somebody.",
                GoodJsonContext.Default.Greeting,
                static (greeting, _, _) => ValueTask.FromResult(ToolResult.Text($"Hello {greeting.Name}"))))
            .AddAgentProvider("good-api", static (_, settings) => new GoodEntryProvider(settings.Id))
            .AddChannel(
                new ChannelDescriptor { Id = "good-chat", Label = "Good chat" },
                static (_, account) => new GoodChannel(account.Scope));
    }
}
