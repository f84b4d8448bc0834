using System.Text.Json;
using OpenClaw.Host.Tools;
using OpenClaw.Tools;

namespace OpenClaw.Host.IntegrationTests.Conformance;

/// <summary>The one tool that the recorded model calls, wrongly.</summary>
internal sealed class RecordedTools : IToolSource, ITool
{
    public ToolDescriptor Descriptor { get; } = new()
    {
        Name = "apply_patch",
        Description = "Applies a patch.",
        Parameters = JsonElement.Parse("""{"type":"object","properties":{"input":{"type":"string"}},"required":["input"]}"""),
    };

    public IReadOnlyCollection<ITool> Tools => [this];

    public ITool? Find(string name) => name == Descriptor.Name ? this : null;

    public ValueTask<ToolResult> InvokeAsync(ToolInvocation invocation, CancellationToken cancellationToken) =>
        ValueTask.FromResult(ToolResult.Text("done"));
}
