using System.Text.Json;
using OpenClaw.Plugins;
using OpenClaw.Tools;

namespace OpenClaw.TestPlugins;

public sealed class OwnAbstractionsPlugin : IPlugin
{
    public void Configure(IPluginBuilder builder) => builder.AddFromAssembly();
}

public sealed class OwnAbstractionsTool : ITool
{
    public ToolDescriptor Descriptor { get; } = new()
    {
        Name = "own_abstractions",
        Description = "Says where its contract comes from.",
        Parameters = JsonElement.Parse("""{"type":"object"}"""),
    };

    public ValueTask<ToolResult> InvokeAsync(ToolInvocation invocation, CancellationToken cancellationToken) =>
        ValueTask.FromResult(ToolResult.Text(typeof(ITool).Assembly.IsCollectible ? "its own" : "the host"));
}
