using OpenClaw.Plugins;

namespace Hello;

/// <summary>The entry point: the gateway makes one and asks it what the plugin offers.</summary>
public sealed class HelloPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Configure(IPluginBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddBackgroundService<HelloService>();
    }
}
