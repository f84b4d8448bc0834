using OpenClaw.Host.Agents.Conversations;
using OpenClaw.Host.Agents.Models;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Model.Agents;
using OpenClaw.Host.Configuration.Model.Sessions;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Sessions.Rows;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Config;
using OpenClaw.Protocol.Models;

namespace OpenClaw.Host.Agents.Rpc;

/// <summary><c>models.list</c> and <c>agents.list</c>.</summary>
internal sealed class CatalogRpc(ModelList list, ModelSelector models, ISessionRuntime runtime, Workspaces workspaces, IConfigSource configuration) : IRpcModule
{
    public void Register(RpcMethods methods) => methods
        .Add(MethodNames.ModelsList, static () => ProtocolJsonContext.Default.ModelsListParams, static () => ProtocolJsonContext.Default.ModelsListResult, ModelsAsync)
        .Add(MethodNames.AgentsList, static () => ProtocolJsonContext.Default.EmptyParams, static () => AgentsJsonContext.Default.AgentsListResult, Agents);

    private async ValueTask<ModelsListResult> ModelsAsync(RpcCall call, ModelsListParams parameters, CancellationToken cancellationToken)
    {
        if (parameters is { SessionKey: not null, AuthProfileId: not null })
            throw RpcException.InvalidRequest($"invalid {call.Method} params: sessionKey and authProfileId exclude each other");
        if (parameters is { Refresh: true, PreparedOnly: true })
            throw RpcException.InvalidRequest($"invalid {call.Method} params: refresh and preparedOnly exclude each other");
        var configuredOnly = parameters.View is "configured" or "provider-config";
        return new ModelsListResult
        {
            Models = await list.OfAsync(parameters.AgentId, parameters.Provider, parameters.Refresh ?? false, cancellationToken, configuredOnly),
        };
    }

    private ValueTask<AgentsListResult> Agents(RpcCall call, EmptyParams parameters, CancellationToken cancellationToken)
    {
        var config = configuration.Current;
        return ValueTask.FromResult(new AgentsListResult
        {
            DefaultId = config.Agents.DefaultAgent.Id,
            Ownership = config.Agents.List.Count == 1 ? "sole" : "shared",
            SelectionRequired = false,
            MainKey = config.Session.MainKey,
            Scope = config.Session.Scope == SessionScope.Global ? "global" : "per-sender",
            Agents = [.. config.Agents.List.Select(agent => Entry(agent, config.Agents.Defaults))],
        });
    }

    private AgentListEntry Entry(AgentConfig agent, AgentDefaultsConfig defaults)
    {
        var model = models.DefaultOf(agent.Id);
        var workspace = workspaces.Of(agent.Id);
        var (levels, standard) = runtime.ThinkingOf(model.Provider, model.Model);
        return new AgentListEntry
        {
            Id = agent.Id,
            Name = agent.Name,
            Identity = agent.Identity == new AgentIdentityConfig()
                ? null
                : new AgentListIdentity(agent.Identity.Name, agent.Identity.Theme, agent.Identity.Emoji, agent.Identity.Avatar),
            Workspace = workspace,
            WorkspaceGit = Directory.Exists(Path.Combine(workspace, ".git")),
            AgentRuntime = RowConstants.Runtime,
            Model = new AgentListModel(
                model.ToString(), (agent.Model ?? defaults.Model)?.Fallbacks is { Count: > 0 } fallbacks ? fallbacks : null),
            ThinkingLevels = levels,
            ThinkingOptions = [.. levels.Select(static level => level.Id)],
            ThinkingDefault = agent.ThinkingDefault ?? defaults.ThinkingDefault ?? standard,
            DefaultPermissionMode = SessionChoices.EnforcedPermissionMode,
        };
    }
}
