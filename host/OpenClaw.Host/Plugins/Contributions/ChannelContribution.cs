using System.Text.Json;
using OpenClaw.Channels;
using OpenClaw.Host.Plugins.Lifecycle;
using OpenClaw.Identity;

namespace OpenClaw.Host.Plugins.Contributions;

/// <summary>A channel a plugin offers.</summary>
internal sealed class ChannelContribution(ChannelDescriptor descriptor, PluginGate owner, PluginFactories factories)
{
    public ChannelDescriptor Descriptor { get; } = descriptor;

    /// <summary>Lease it to hold the generation alive for longer than one call.</summary>
    public PluginGate Owner { get; } = owner;

    public string PluginId => Owner.PluginId;

    /// <summary>Creates the channel of one account, with a scope of its own. Start and stop it, then dispose it.</summary>
    /// <exception cref="Faults.PluginFaultException">The plugin could not make it.</exception>
    /// <exception cref="OpenClaw.Plugins.PluginStoppedException">The plugin has stopped.</exception>
    public Task<CreatedChannel> CreateAsync(AccountId account, JsonElement settings, CancellationToken cancellationToken) =>
        factories.CreateChannelAsync(Descriptor.Id, account, settings, cancellationToken);
}
