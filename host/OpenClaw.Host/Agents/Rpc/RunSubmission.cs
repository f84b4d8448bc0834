using OpenClaw.Host.Rpc;

namespace OpenClaw.Host.Agents.Rpc;

/// <summary>Submits runs on behalf of clients.</summary>
internal static class RunSubmission
{
    extension(AgentRuntime runtime)
    {
        /// <exception cref="RpcException">The run was refused.</exception>
        public async ValueTask<RunTicket> SubmitAsync(RpcCall call, RunRequest request, CancellationToken cancellationToken)
        {
            try
            {
                return await runtime.SubmitAsync(request, cancellationToken);
            }
            catch (RunRefusedException refused)
            {
                throw refused.For(call);
            }
        }
    }

    extension(RunRefusedException refused)
    {
        /// <summary>The refusal as the answer of a request.</summary>
        public RpcException For(RpcCall call) => refused.IsOverload
            ? RpcException.Unavailable(refused.Message, retryable: true, (long?)refused.RetryAfter?.TotalMilliseconds)
            : RpcException.InvalidRequest($"invalid {call.Method} params: {refused.Message}");
    }
}
