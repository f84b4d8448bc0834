using OpenClaw.Plugins;

namespace OpenClaw.TestPlugins;

public sealed class ThrowsInConfigurePlugin : IPlugin
{
    public void Configure(IPluginBuilder builder) => throw new ConfigureFailedException("configure of a test plugin");

    private sealed class ConfigureFailedException(string message) : Exception(message);
}
