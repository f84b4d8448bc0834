using OpenClaw.Testing;

namespace MyPlugin.Tests;

/// <summary>What the gateway expects of every plugin with a model provider.</summary>
public sealed class ConformanceTests : ProviderPluginConformance
{
    protected override string Folder => PluginFolder.Named("MyPlugin");

    protected override string Api => "my-plugin-id";

    protected override async Task<ProviderFarEnd> StartFarEndAsync() => await PlainTextFarEnd.StartAsync();
}
