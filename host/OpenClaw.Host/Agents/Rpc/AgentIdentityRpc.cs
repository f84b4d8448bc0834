using System.Globalization;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Sessions.Rpc;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Agents;

namespace OpenClaw.Host.Agents.Rpc;

/// <summary><c>agent.identity.get</c>: the name and the face of an agent.</summary>
internal sealed class AgentIdentityRpc(SessionAddresses addresses, IConfigSource configuration) : IRpcModule
{
    private const string NoName = "Assistant";

    public void Register(RpcMethods methods) => methods.Add(
        MethodNames.AgentIdentityGet, static () => ProtocolJsonContext.Default.AgentIdentityGetParams, static () => ProtocolJsonContext.Default.AgentIdentityResult, Get);

    private ValueTask<AgentIdentityResult> Get(RpcCall call, AgentIdentityGetParams parameters, CancellationToken cancellationToken)
    {
        var agentId = addresses.Of(call, parameters.SessionKey, parameters.AgentId).AgentId;
        var agent = configuration.Current.Agents.Find(agentId);
        var given = FirstOf(agent?.Identity.Name, agent?.Name);
        var name = given ?? NoName;
        return ValueTask.FromResult(new AgentIdentityResult
        {
            AgentId = agentId,
            Name = name,
            NameSource = given is null ? "default" : "config",
            Avatar = FirstOf(agent?.Identity.Avatar) ?? StringInfo.GetNextTextElement(name).ToUpperInvariant(),
            Emoji = FirstOf(agent?.Identity.Emoji),
        });
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
