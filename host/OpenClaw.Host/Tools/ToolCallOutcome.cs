using OpenClaw.Content;
using OpenClaw.Tools;

namespace OpenClaw.Host.Tools;

/// <summary>What a call gave. A call never fails the run it belongs to: its failure is a result, too.</summary>
internal sealed record ToolCallOutcome(ToolCallPart Call, ToolCallStatus Status, ToolResult Result)
{
    public string Text => ToolText.Of(Result.Content);
}
