using OpenClaw.Agents;
using OpenClaw.Host.Plugins.Lifecycle;

namespace OpenClaw.Host.Plugins.Contributions;

/// <summary>A model provider with a fixed id that a plugin offers.</summary>
/// <param name="Owner">Lease it to hold the generation alive for longer than one call.</param>
/// <param name="Provider">Safe to keep and to call; also an <see cref="IEmbeddingProvider"/> where the plugin's object is one.</param>
internal sealed record AgentProviderContribution(PluginGate Owner, IAgentProvider Provider)
{
    public string PluginId => Owner.PluginId;

    public string Id => Provider.Id;
}
