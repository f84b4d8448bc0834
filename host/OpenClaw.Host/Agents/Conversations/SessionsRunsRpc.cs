using System.Text.Json;
using OpenClaw.Host.Agents.Rpc;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Sessions.Rpc;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Chat;
using OpenClaw.Protocol.Sessions;

namespace OpenClaw.Host.Agents.Conversations;

/// <summary><c>sessions.send</c> and <c>sessions.abort</c>.</summary>
internal sealed class SessionsRunsRpc(AgentRuntime runtime, ChatSender sender, SessionAddresses addresses) : IRpcModule
{
    public void Register(RpcMethods methods) => methods
        .Add(
            MethodNames.SessionsSend, static () => ProtocolJsonContext.Default.SessionsSendParams, static () => ProtocolJsonContext.Default.JsonElement, SendAsync)
        .Add(
            MethodNames.SessionsAbort,
            static () => ProtocolJsonContext.Default.SessionsAbortParams,
            static () => ProtocolJsonContext.Default.SessionsAbortResult,
            AbortAsync);

    private ValueTask<JsonElement> SendAsync(RpcCall call, SessionsSendParams parameters, CancellationToken cancellationToken) =>
        sender.SendAsync(
            call,
            new ChatSendParams
            {
                SessionKey = parameters.Key,
                AgentId = parameters.AgentId,
                Message = parameters.Message,
                Mentions = parameters.Mentions,
                Thinking = parameters.Thinking,
                Attachments = parameters.Attachments,
                TimeoutMs = parameters.TimeoutMs,
                IdempotencyKey = parameters.IdempotencyKey ?? Guid.NewGuid().ToString(),
            },
            cancellationToken);

    private async ValueTask<SessionsAbortResult> AbortAsync(RpcCall call, SessionsAbortParams parameters, CancellationToken cancellationToken)
    {
        var ended = await EndAsync(call, parameters, cancellationToken);
        return new SessionsAbortResult
        {
            Ok = true,
            AbortedRunId = ended.Count > 0 ? ended[0] : null,
            Status = ended.Count > 0 ? "aborted" : "no-active-run",
        };
    }

    private async ValueTask<IReadOnlyList<string>> EndAsync(RpcCall call, SessionsAbortParams parameters, CancellationToken cancellationToken)
    {
        if (parameters.Key is { } given)
        {
            var key = addresses.Of(call, given, parameters.AgentId).Key;
            return parameters.RunId is null && parameters.ClearQueued != true
                ? await runtime.AbortRunningAsync(key, cancellationToken)
                : await runtime.AbortAsync(key, parameters.RunId, cancellationToken);
        }

        if (parameters.RunId is not { } runId)
            throw RpcException.InvalidRequest($"invalid {call.Method} params: give a key, a runId or both");
        return await runtime.FindAsync(runId, cancellationToken) is { } ticket
            ? await runtime.AbortAsync(ticket.Run.SessionKey, runId, cancellationToken)
            : [];
    }
}
