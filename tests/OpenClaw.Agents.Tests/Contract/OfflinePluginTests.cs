using OpenClaw.Testing;

namespace OpenClaw.Agents.Tests.Contract;

public sealed class OfflinePluginTests : StandaloneProviderPluginConformance
{
    protected override string Folder => PluginFolder.Named("OpenClaw.Agents.Offline");

    protected override string Provider => "offline";
}
