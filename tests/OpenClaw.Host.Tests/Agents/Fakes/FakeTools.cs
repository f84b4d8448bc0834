using System.Text.Json;
using OpenClaw.Host.Tools;
using OpenClaw.Tools;

namespace OpenClaw.Host.Tests.Agents.Fakes;

/// <summary>Tools made by the test.</summary>
internal sealed class FakeTools : IToolSource
{
    private readonly Dictionary<string, ITool> _tools = new(StringComparer.Ordinal);

    public IReadOnlyCollection<ITool> Tools => _tools.Values;

    public ITool? Find(string name) => _tools.GetValueOrDefault(name);

    public FakeTools Add(
        string name,
        Func<ToolInvocation, CancellationToken, ValueTask<ToolResult>> invoke,
        string schema = """{"type":"object"}""",
        ToolEffects effects = ToolEffects.None,
        ToolRisk risk = ToolRisk.Safe)
    {
        _tools[name] = new Tool(
            new ToolDescriptor { Name = name, Description = name, Parameters = JsonElement.Parse(schema), Effects = effects, Risk = risk }, invoke);
        return this;
    }

    private sealed class Tool(ToolDescriptor descriptor, Func<ToolInvocation, CancellationToken, ValueTask<ToolResult>> invoke) : ITool
    {
        public ToolDescriptor Descriptor { get; } = descriptor;

        public ValueTask<ToolResult> InvokeAsync(ToolInvocation invocation, CancellationToken cancellationToken) => invoke(invocation, cancellationToken);
    }
}
