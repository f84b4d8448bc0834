using OpenClaw.Testing;

namespace OpenClaw.Sdk.Tests.Conformance;

public sealed class HelloConformanceTests : PluginConformance
{
    protected override string Folder => PluginFolder.Named("Hello");
}
