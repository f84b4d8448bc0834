using OpenClaw.Host.Rpc;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Agents;

namespace OpenClaw.Host.Agents.Rpc;

/// <summary><c>agent.wait</c>: waits for a run to end, without an influence on it.</summary>
internal sealed class AgentWaitRpc(AgentRuntime runtime, TimeProvider time) : IRpcModule
{
    private const long DefaultTimeoutMs = 30_000;

    public void Register(RpcMethods methods) =>
        methods.Add(MethodNames.AgentWait, static () => ProtocolJsonContext.Default.AgentWaitParams, static () => ProtocolJsonContext.Default.AgentWaitResult, WaitAsync);

    private async ValueTask<AgentWaitResult> WaitAsync(RpcCall call, AgentWaitParams parameters, CancellationToken cancellationToken)
    {
        var timeout = TimeSpan.FromMilliseconds(Math.Min(parameters.TimeoutMs ?? DefaultTimeoutMs, int.MaxValue));
        var ticket = await runtime.FindAsync(parameters.RunId, cancellationToken);
        try
        {
            if (ticket is null)
            {
                // The run may be asked for in a moment, by another connection.
                await Task.Delay(timeout, time, cancellationToken);
                ticket = await runtime.FindAsync(parameters.RunId, cancellationToken);
                timeout = TimeSpan.Zero;
            }

            if (ticket is not null && await ticket.Completion.WaitAsync(timeout, time, cancellationToken) is { HasEnded: true } ended)
                return RunAnswers.Wait(ended);
        }
        catch (TimeoutException)
        {
            // Still at work, which is an answer.
        }

        return new AgentWaitResult { RunId = parameters.RunId, Status = RunStatuses.Timeout };
    }
}
