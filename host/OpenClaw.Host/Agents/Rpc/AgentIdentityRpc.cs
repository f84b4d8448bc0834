using System.Globalization;
using OpenClaw.Host.Agents.Prompts.Workspace;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Sessions.Rpc;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Agents;

namespace OpenClaw.Host.Agents.Rpc;

/// <summary><c>agent.identity.get</c>: the name and the face of an agent.</summary>
internal sealed class AgentIdentityRpc(SessionAddresses addresses, WorkspaceFiles files, IConfigSource configuration) : IRpcModule
{
    private const string NoName = "Assistant";

    public void Register(RpcMethods methods) => methods.Add(
        MethodNames.AgentIdentityGet, static () => ProtocolJsonContext.Default.AgentIdentityGetParams, static () => ProtocolJsonContext.Default.AgentIdentityResult, GetAsync);

    private async ValueTask<AgentIdentityResult> GetAsync(RpcCall call, AgentIdentityGetParams parameters, CancellationToken cancellationToken)
    {
        var agentId = addresses.Of(call, parameters.SessionKey, parameters.AgentId).AgentId;
        var agent = configuration.Current.Agents.Find(agentId);
        var file = IdentityFile.Read((await files.FindAsync(agentId, WorkspaceNames.Identity, cancellationToken)).Text);
        var configured = FirstOf(agent?.Identity.Name, agent?.Name);
        var name = configured ?? file.Name ?? NoName;
        return new AgentIdentityResult
        {
            AgentId = agentId,
            Name = name,
            NameSource = configured is not null ? "config" : file.Name is not null ? "identity" : "default",
            Avatar = FirstOf(agent?.Identity.Avatar, file.Avatar) ?? StringInfo.GetNextTextElement(name).ToUpperInvariant(),
            Emoji = FirstOf(agent?.Identity.Emoji, file.Emoji),
        };
    }

    private static string? FirstOf(params ReadOnlySpan<string?> names)
    {
        foreach (var name in names)
        {
            if (!string.IsNullOrWhiteSpace(name))
                return name;
        }

        return null;
    }
}
