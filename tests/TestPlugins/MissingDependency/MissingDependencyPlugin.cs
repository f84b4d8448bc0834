using OpenClaw.Plugins;
using OpenClaw.TestDependency;

namespace OpenClaw.TestPlugins;

public sealed class MissingDependencyPlugin : IPlugin
{
    public void Configure(IPluginBuilder builder) => builder.Scope.CreateLogger(Library.Version);
}
