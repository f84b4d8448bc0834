using System.Text.Json;
using OpenClaw.Host.Agents.Commands;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Sessions.Rpc;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Chat;

namespace OpenClaw.Host.Agents.Rpc;

/// <summary><c>chat.metadata</c>: what a chat window offers beside the conversation.</summary>
internal sealed class ChatMetadataRpc(SessionAddresses addresses, ModelList models) : IRpcModule
{
    private static readonly JsonElement AutomaticAccount = JsonElement.Parse("""{"kind":"automatic","label":"Automatic account selection"}""");

    public void Register(RpcMethods methods) => methods.Add(
        MethodNames.ChatMetadata, static () => ProtocolJsonContext.Default.ChatMetadataParams, static () => ProtocolJsonContext.Default.ChatMetadataResult, ReadAsync);

    private async ValueTask<ChatMetadataResult> ReadAsync(RpcCall call, ChatMetadataParams parameters, CancellationToken cancellationToken)
    {
        var agentId = addresses.Of(call, parameters.SessionKey, parameters.AgentId).AgentId;
        return new ChatMetadataResult
        {
            Models = await models.OfAsync(agentId, provider: null, refresh: false, cancellationToken),
            Commands = ChatCommands.All,
            SwarmEnabled = false,
            AccountSelection = AutomaticAccount,
            RuntimeSelectionLocked = false,
        };
    }
}
