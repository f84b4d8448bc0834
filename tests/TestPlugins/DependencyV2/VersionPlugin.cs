using System.Text.Json;
using OpenClaw.Plugins;
using OpenClaw.TestDependency;
using OpenClaw.Tools;

namespace OpenClaw.TestPlugins.DependencyV2;

public sealed class VersionPlugin : IPlugin
{
    public void Configure(IPluginBuilder builder) => builder.AddTool<VersionTool>();
}

public sealed class VersionTool : ITool
{
    public ToolDescriptor Descriptor { get; } = new()
    {
        Name = "dependency_v2",
        Description = "Says which version of its dependency it runs on.",
        Parameters = JsonElement.Parse("""{"type":"object"}"""),
    };

    public ValueTask<ToolResult> InvokeAsync(ToolInvocation invocation, CancellationToken cancellationToken) =>
        ValueTask.FromResult(ToolResult.Text(Library.Version));
}
