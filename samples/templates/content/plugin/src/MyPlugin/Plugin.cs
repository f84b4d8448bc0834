using Microsoft.Extensions.DependencyInjection;
using OpenClaw.Plugins;

namespace MyPlugin;

/// <summary>The entry point: the gateway makes one and asks it what the plugin offers.</summary>
public sealed class Plugin : IPlugin
{
    public void Configure(IPluginBuilder builder)
    {
        builder.Services.AddSingleton(builder.Scope.ReadSettings(SettingsJson.Default.Settings));
        builder.AddBackgroundService<Worker>();
    }
}
