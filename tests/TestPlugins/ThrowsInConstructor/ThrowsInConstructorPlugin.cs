using OpenClaw.Plugins;

namespace OpenClaw.TestPlugins;

public sealed class ThrowsInConstructorPlugin : IPlugin
{
    public ThrowsInConstructorPlugin() => throw new InvalidOperationException("constructor of a test plugin");

    public void Configure(IPluginBuilder builder)
    {
    }
}
