using OpenClaw.Testing;

namespace MyPlugin.Tests;

/// <summary>What the gateway expects of every plugin with a channel.</summary>
public sealed class ConformanceTests : ChannelPluginConformance
{
    protected override string Folder => PluginFolder.Named("MyPlugin");

    protected override string Channel => "my-plugin-id";

    protected override string? WrongSettings => "{}";

    protected override Task<ChannelFarEnd> StartFarEndAsync() => Task.FromResult<ChannelFarEnd>(new FolderFarEnd());
}
