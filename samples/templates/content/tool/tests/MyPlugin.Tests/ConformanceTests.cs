using OpenClaw.Testing;

namespace MyPlugin.Tests;

/// <summary>What the gateway expects of every plugin with tools.</summary>
public sealed class ConformanceTests : ToolPluginConformance
{
    protected override string Folder => PluginFolder.Named("MyPlugin");

    protected override IReadOnlyList<ToolCase> Calls => [new("my_plugin_name_greet", """{"name":"Ada"}""")];

    protected override IReadOnlyList<ToolCase> FailingCalls => [new("my_plugin_name_greet", """{"name":" "}""")];
}
