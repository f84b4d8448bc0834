using Microsoft.Extensions.DependencyInjection;
using OpenClaw.Channels;
using OpenClaw.Plugins;

namespace OpenClaw.TestPlugins;

public sealed class HazardPlugin : IPlugin
{
    public void Configure(IPluginBuilder builder)
    {
        var plan = new HazardPlan(builder.Scope.Settings);
        plan.Reach("configure");
        builder.Services.AddSingleton(plan);
        builder.AddBackgroundService<HazardService>()
            .AddTool<HazardTool>()
            .AddChannel(new ChannelDescriptor { Id = "hazard-chat", Label = "Hazard" }, (_, account) => new HazardChannel(account.Scope, plan));
    }
}
