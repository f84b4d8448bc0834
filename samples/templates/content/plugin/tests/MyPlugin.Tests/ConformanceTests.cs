using OpenClaw.Testing;

namespace MyPlugin.Tests;

/// <summary>What the gateway expects of every plugin.</summary>
public sealed class ConformanceTests : PluginConformance
{
    protected override string Folder => PluginFolder.Named("MyPlugin");

    protected override string Settings => """{"intervalSeconds":1,"key":"not-a-real-key"}""";
}
