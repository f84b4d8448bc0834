using System.Text.Json;
using OpenClaw.Tools;

namespace OpenClaw.TestPlugins;

public sealed class GreetTool(IEnumerable<IGreeting> greetings) : ITool
{
    public ToolDescriptor Descriptor { get; } = new()
    {
        Name = "scanning_greet",
        Description = "Says every greeting there is.",
        Parameters = JsonElement.Parse("""{"type":"object"}"""),
    };

    public ValueTask<ToolResult> InvokeAsync(ToolInvocation invocation, CancellationToken cancellationToken) =>
        ValueTask.FromResult(ToolResult.Text(string.Join(", ", greetings.Select(static greeting => greeting.Text).Order(StringComparer.Ordinal))));
}
