using OpenClaw.Host.Agents.Models;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Model.Agents;
using OpenClaw.Protocol.Models;

namespace OpenClaw.Host.Agents.Rpc;

/// <summary>The models that clients can choose from.</summary>
internal sealed class ModelList(ModelCatalog catalog, ModelSelector models, IConfigSource configuration)
{
    private const string DefaultTag = "default";

    public async ValueTask<IReadOnlyList<ModelEntry>> OfAsync(
        string? agentId, string? provider, bool refresh, CancellationToken cancellationToken, bool configuredOnly = false)
    {
        var config = configuration.Current;
        var standard = models.DefaultOf(agentId ?? config.Agents.DefaultAgent.Id);
        var listed = await catalog.ListAsync(provider, refresh, cancellationToken);
        if (configuredOnly)
            listed = [.. listed.Where(model => IsConfigured(model, config, standard))];
        return [.. listed.Select(model => Entry(model, standard, config.Agents.Defaults))];
    }

    private static bool IsConfigured(CatalogModel model, OpenClawConfig config, ModelReference standard)
    {
        var reference = new ModelReference(model.Provider, model.Info.Id);
        return reference == standard
            || config.Agents.Defaults.Models.ContainsKey(reference.ToString())
            || (config.Models.Providers.TryGetValue(model.Provider, out var provider) && provider.Models.Any(one => one.Id == model.Info.Id));
    }

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
            ThinkingLevels = model.Info.Reasoning ? ThinkingLevels.AllOnTheWire : ThinkingLevels.OffOnTheWire,
            ThinkingDefault = model.Info.Reasoning ? ThinkingLevels.OfReasoningModels : ThinkingLevels.Off,
            Available = model.Available,
            Alias = defaults.Models.TryGetValue(reference.ToString(), out var settings) ? settings.Alias : null,
        };
    }
}
