using System.Text.Json;
using OpenClaw.Content;
using OpenClaw.Tools;

namespace OpenClaw.Abstractions.Tests.ThirdParty;

/// <summary>A tool written by hand, which reports progress.</summary>
internal sealed class LampTool(LampBoard board) : ITool
{
    public ToolDescriptor Descriptor { get; } = new()
    {
        Name = "lamp_read",
        Description = "Says what the lamp shows.",
        Parameters = JsonElement.Parse("""{"type":"object","properties":{}}"""),
    };

    public ValueTask<ToolResult> InvokeAsync(ToolInvocation invocation, CancellationToken cancellationToken)
    {
        invocation.Progress(new TextPart("reading"));
        return ValueTask.FromResult(board.Shown.IsEmpty ? ToolResult.Failed("dark", "The lamp is dark; set it first.") : ToolResult.Text("lit"));
    }
}
