using System.Text.Json;
using OpenClaw.Host.Rpc;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Chat;

namespace OpenClaw.Host.Agents.Rpc;

/// <summary><c>chat.send</c> and <c>chat.abort</c>.</summary>
internal sealed class ChatSendRpc(AgentRuntime runtime, RunRequests requests) : IRpcModule
{
    private const string StopCommand = "/stop";

    public void Register(RpcMethods methods) => methods
        .Add(MethodNames.ChatSend, static () => ProtocolJsonContext.Default.ChatSendParams, static () => ProtocolJsonContext.Default.JsonElement, SendAsync)
        .Add(MethodNames.ChatAbort, static () => ProtocolJsonContext.Default.ChatAbortParams, static () => ProtocolJsonContext.Default.ChatAbortResult, AbortAsync);

    private async ValueTask<JsonElement> SendAsync(RpcCall call, ChatSendParams parameters, CancellationToken cancellationToken)
    {
        var request = requests.Of(call, parameters);
        if (parameters.SuppressCommandInterpretation != true && parameters.Message.Trim() == StopCommand)
        {
            var stopped = await StopAsync(request.Session.Key, runId: null, cancellationToken);
            return JsonSerializer.SerializeToElement(stopped, ProtocolJsonContext.Default.ChatAbortResult);
        }

        var ticket = await runtime.SubmitAsync(call, request, cancellationToken);
        var status = ticket.IsNew ? RunStatuses.Started : ticket.Run.HasEnded ? RunStatuses.Ok : RunStatuses.InFlight;
        return JsonSerializer.SerializeToElement(
            new ChatSendResult { RunId = ticket.Run.RunId, Status = status }, ProtocolJsonContext.Default.ChatSendResult);
    }

    private ValueTask<ChatAbortResult> AbortAsync(RpcCall call, ChatAbortParams parameters, CancellationToken cancellationToken) =>
        StopAsync(requests.Address(call, parameters.SessionKey, parameters.AgentId).Key, parameters.RunId, cancellationToken);

    private async ValueTask<ChatAbortResult> StopAsync(string sessionKey, string? runId, CancellationToken cancellationToken)
    {
        var ended = await runtime.AbortAsync(sessionKey, runId, cancellationToken);
        return new ChatAbortResult { Ok = true, Aborted = ended.Count > 0, RunIds = ended };
    }
}
