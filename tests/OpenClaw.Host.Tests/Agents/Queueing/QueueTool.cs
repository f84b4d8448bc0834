using OpenClaw.Host.Tests.Agents.Fakes;
using OpenClaw.Tools;

namespace OpenClaw.Host.Tests.Agents.Queueing;

/// <summary>A tool named <c>work</c> whose first call waits for the test.</summary>
internal sealed class QueueTool
{
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _finish = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _calls;

    public QueueTool(AgentFixture fixture, ToolEffects effects = ToolEffects.None) => fixture.Tools.Add("work", InvokeAsync, effects: effects);

    public Task Started => _started.Task.WaitAsync(AgentFixture.Patience);

    public int Calls => _calls;

    public void Finish() => _finish.TrySetResult();

    private async ValueTask<ToolResult> InvokeAsync(ToolInvocation invocation, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _calls);
        _started.TrySetResult();
        await _finish.Task.WaitAsync(cancellationToken);
        return ToolResult.Text("worked");
    }
}
