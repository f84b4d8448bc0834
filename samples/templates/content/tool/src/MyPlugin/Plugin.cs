using OpenClaw.Plugins;
using OpenClaw.Tools;

namespace MyPlugin;

/// <summary>The entry point: the gateway makes one and asks it what the plugin offers.</summary>
public sealed class Plugin : IPlugin
{
    public void Configure(IPluginBuilder builder) => builder.AddTool(Tool.Create(
        "my_plugin_name_greet",
        "Greets somebody by name. Use it when somebody asks for a greeting.",
        GreetingJson.Default.GreetingArguments,
        Greeting.GreetAsync));
}
