using OpenClaw.Host.Agents.Models;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Model.Agents;
using OpenClaw.Host.Configuration.Model.Sessions;
using OpenClaw.Host.Rpc;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Config;
using OpenClaw.Protocol.Models;

namespace OpenClaw.Host.Agents.Rpc;

/// <summary><c>models.list</c> and <c>agents.list</c>.</summary>
internal sealed class CatalogRpc(ModelCatalog catalog, ModelSelector models, Workspaces workspaces, IConfigSource configuration) : IRpcModule
{
    private const string DefaultTag = "default";
    private static readonly IReadOnlyList<ThinkingLevel> OffOnly = [Level(ThinkingLevels.Off)];
    private static readonly IReadOnlyList<ThinkingLevel> AllLevels = [.. ThinkingLevels.All.Select(Level)];

    public void Register(RpcMethods methods) => methods
        .Add(MethodNames.ModelsList, static () => ProtocolJsonContext.Default.ModelsListParams, static () => ProtocolJsonContext.Default.ModelsListResult, ModelsAsync)
        .Add(MethodNames.AgentsList, static () => ProtocolJsonContext.Default.EmptyParams, static () => AgentsJsonContext.Default.AgentsListResult, Agents);

    private async ValueTask<ModelsListResult> ModelsAsync(RpcCall call, ModelsListParams parameters, CancellationToken cancellationToken)
    {
        var config = configuration.Current;
        var standard = models.DefaultOf(parameters.AgentId ?? config.Agents.DefaultAgent.Id);
        var listed = await catalog.ListAsync(parameters.Provider, parameters.Refresh ?? false, cancellationToken);
        return new ModelsListResult { Models = [.. listed.Select(model => Entry(model, standard, config.Agents.Defaults))] };
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

    private AgentListEntry Entry(AgentConfig agent, AgentDefaultsConfig defaults) => new()
    {
        Id = agent.Id,
        Name = agent.Name,
        Identity = agent.Identity == new AgentIdentityConfig()
            ? null
            : new AgentListIdentity(agent.Identity.Name, agent.Identity.Theme, agent.Identity.Emoji, agent.Identity.Avatar),
        Workspace = workspaces.Of(agent.Id),
        Model = new AgentListModel(
            models.DefaultOf(agent.Id).ToString(),
            (agent.Model ?? defaults.Model)?.Fallbacks is { Count: > 0 } fallbacks ? fallbacks : null),
        ThinkingLevels = AllLevels,
        ThinkingDefault = agent.ThinkingDefault ?? defaults.ThinkingDefault ?? ThinkingLevels.Off,
    };

    private static ModelEntry Entry(CatalogModel model, ModelReference standard, AgentDefaultsConfig defaults)
    {
        var reference = new ModelReference(model.Provider, model.Info.Id);
        return new ModelEntry
        {
            Id = model.Info.Id,
            Name = model.Info.Name ?? model.Info.Id,
            Provider = model.Provider,
            ContextWindow = model.Info.ContextWindow,
            Reasoning = model.Info.Reasoning,
            Input = model.Info.AcceptsImages ? ["text", "image"] : ["text"],
            Tags = reference == standard ? [DefaultTag] : null,
            ThinkingLevels = model.Info.Reasoning ? AllLevels : OffOnly,
            ThinkingDefault = model.Info.Reasoning ? "medium" : ThinkingLevels.Off,
            Available = model.Available,
            Alias = defaults.Models.TryGetValue(reference.ToString(), out var settings) ? settings.Alias : null,
        };
    }

    private static ThinkingLevel Level(string id) => new() { Id = id, Label = id };
}
