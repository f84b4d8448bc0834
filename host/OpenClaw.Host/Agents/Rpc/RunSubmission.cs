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
            catch (RunRefusedException refused) when (refused.IsOverload)
            {
                throw RpcException.Unavailable(refused.Message, retryable: true, (long?)refused.RetryAfter?.TotalMilliseconds);
            }
            catch (RunRefusedException refused)
            {
                throw RpcException.InvalidRequest($"invalid {call.Method} params: {refused.Message}");
            }
        }
    }
}
