using OpenClaw.Plugins;

namespace OpenClaw.TestPlugins;

public sealed class HangsInConfigurePlugin : IPlugin
{
    public void Configure(IPluginBuilder builder) => Thread.Sleep(Timeout.Infinite);
}
