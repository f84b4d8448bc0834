using OpenClaw.Agents;
using OpenClaw.Host.Plugins.Lifecycle;

namespace OpenClaw.Host.Plugins.Contributions;

/// <summary>A wire format for entries under <c>models.providers</c> that a plugin offers.</summary>
internal sealed class AgentApiContribution(string api, PluginGate owner, PluginFactories factories)
{
    public string Api { get; } = api;

    /// <summary>Lease it to hold the generation alive for longer than one call.</summary>
    public PluginGate Owner { get; } = owner;

    public string PluginId => Owner.PluginId;

    /// <summary>Creates the provider of one entry. Keep it as long as the entry is unchanged; dispose it then.</summary>
    /// <exception cref="Faults.PluginFaultException">The plugin could not make it.</exception>
    /// <exception cref="OpenClaw.Plugins.PluginStoppedException">The plugin has stopped.</exception>
    public Task<CreatedAgentProvider> CreateAsync(AgentProviderSettings settings, CancellationToken cancellationToken) =>
        factories.CreateProviderAsync(Api, settings, cancellationToken);
}
