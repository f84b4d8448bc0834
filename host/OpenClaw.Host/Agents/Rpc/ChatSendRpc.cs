using OpenClaw.Host.Rpc;
using OpenClaw.Host.Sessions.Rpc;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Chat;

namespace OpenClaw.Host.Agents.Rpc;

/// <summary><c>chat.send</c> and <c>chat.abort</c>.</summary>
internal sealed class ChatSendRpc(ChatSender sender, SessionAddresses addresses) : IRpcModule
{
    public void Register(RpcMethods methods) => methods
        .Add(MethodNames.ChatSend, static () => ProtocolJsonContext.Default.ChatSendParams, static () => ProtocolJsonContext.Default.JsonElement, sender.SendAsync)
        .Add(MethodNames.ChatAbort, static () => ProtocolJsonContext.Default.ChatAbortParams, static () => ProtocolJsonContext.Default.ChatAbortResult, AbortAsync);

    private ValueTask<ChatAbortResult> AbortAsync(RpcCall call, ChatAbortParams parameters, CancellationToken cancellationToken) =>
        sender.StopAsync(addresses.Of(call, parameters.SessionKey, parameters.AgentId).Key, parameters.RunId, cancellationToken);
}
