using OpenClaw.Host.Agents.Models.Failover;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Model.Agents;
using OpenClaw.Host.Sessions.Runs;

namespace OpenClaw.Host.Agents.Models;

/// <summary>Chooses the model of a run: what the run asks for, else the agent's, else the default of all agents.</summary>
internal sealed class ModelSelector(IConfigSource configuration)
{
    /// <summary>What answers while nothing is configured: it needs no key and says how to set up a real model.</summary>
    public static ModelReference Unconfigured { get; } = new("offline", "echo");

    public ModelReference DefaultOf(string agentId)
    {
        var config = configuration.Current;
        var selection = config.Agents.Find(agentId)?.Model ?? config.Agents.Defaults.Model;
        return selection is null ? Unconfigured : Resolve(config, selection.Primary, Unconfigured.Provider);
    }

    /// <summary>The models of a run, in order. One that was asked for by name is not replaced by another, unless it is the usual one.</summary>
    /// <exception cref="RunRefusedException">The run asks for a model it may not have.</exception>
    public ModelChain ChainOf(string agentId, RunInput input)
    {
        var chosen = Select(agentId, input);
        var config = configuration.Current;
        var selection = config.Agents.Find(agentId)?.Model ?? config.Agents.Defaults.Model;
        var fallbacks = input.Fallbacks ?? (chosen == DefaultOf(agentId) ? selection?.Fallbacks : null) ?? [];
        return new ModelChain([chosen, .. fallbacks.Select(name => Resolve(config, name.Trim(), chosen.Provider)).Distinct().Where(model => model != chosen)]);
    }

    /// <summary>A model by an alias, with its provider or without.</summary>
    public ModelReference Named(string agentId, string name) => Resolve(configuration.Current, name.Trim(), DefaultOf(agentId).Provider);

    /// <exception cref="RunRefusedException">The run asks for a model it may not have.</exception>
    public ModelReference Select(string agentId, RunInput input)
    {
        var standard = DefaultOf(agentId);
        if (string.IsNullOrWhiteSpace(input.Model) && string.IsNullOrWhiteSpace(input.Provider))
            return standard;
        var config = configuration.Current;
        var provider = string.IsNullOrWhiteSpace(input.Provider) ? null : input.Provider.Trim();
        var model = string.IsNullOrWhiteSpace(input.Model) ? standard.Model : input.Model.Trim();
        var chosen = provider is null ? Resolve(config, model, standard.Provider) : new ModelReference(provider, WithoutPrefix(model, provider));
        if (config.Agents.SettingsOf(agentId).AllowedModels is { Count: > 0 } allowed
            && chosen != standard
            && !allowed.Contains(chosen.ToString(), StringComparer.OrdinalIgnoreCase))
        {
            throw RunRefusedException.Invalid($"model \"{chosen}\" is not allowed; add it to agents.defaults.models or choose one that is listed there");
        }

        return chosen;
    }

    private static ModelReference Resolve(OpenClawConfig config, string text, string defaultProvider)
    {
        if (AliasOf(config.Agents.Defaults, text) is { } named)
            text = named;
        if (ModelReference.TryParse(text, out var reference))
            return reference;
        var owner = config.Models.Providers.Values.FirstOrDefault(provider => provider.Models.Any(model => model.Id == text));
        return new ModelReference(owner?.Id ?? defaultProvider, text);
    }

    private static string? AliasOf(AgentDefaultsConfig defaults, string text) =>
        defaults.Models.FirstOrDefault(entry => string.Equals(entry.Value.Alias, text, StringComparison.OrdinalIgnoreCase)).Key;

    private static string WithoutPrefix(string model, string provider) =>
        model.StartsWith($"{provider}/", StringComparison.OrdinalIgnoreCase) ? model[(provider.Length + 1)..] : model;
}
