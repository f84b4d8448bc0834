using OpenClaw.Plugins;

namespace Backwards;

/// <summary>One provider with an id of its own; <c>backwards/words</c> names its model.</summary>
public sealed class AgentProviderPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Configure(IPluginBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddAgentProvider<BackwardsProvider>();
    }
}
