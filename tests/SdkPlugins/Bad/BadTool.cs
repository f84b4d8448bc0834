using System.Text.Json;
using OpenClaw.Tools;

namespace OpenClaw.SdkPlugins.Bad;

internal sealed class BadTool(string breaks) : ITool
{
    private int _running;

    public ToolDescriptor Descriptor { get; } = new()
    {
        Name = "bad_tool",
        Description = breaks == "has-no-description" ? " " : "Answers, or fails when it is asked to.",
        Parameters = JsonElement.Parse("""{"type":"object","properties":{"fail":{"type":"boolean"}}}"""),
    };

    public async ValueTask<ToolResult> InvokeAsync(ToolInvocation invocation, CancellationToken cancellationToken)
    {
        if (breaks == "ignores-cancellation")
            await Task.Delay(Timeout.Infinite, CancellationToken.None);
        if (breaks == "fails")
            return ToolResult.Failed("broken", "It never works.");
        if (invocation.Arguments.TryGetProperty("fail", out _))
            return breaks == "throws" ? throw new InvalidOperationException("thrown") : ToolResult.Failed("asked_for", "As was asked.");
        if (breaks == "one-at-a-time" && Interlocked.Increment(ref _running) > 1)
            throw new InvalidOperationException("busy");
        await Task.Delay(50, CancellationToken.None);
        Interlocked.Exchange(ref _running, 0);
        return ToolResult.Text("done");
    }
}
