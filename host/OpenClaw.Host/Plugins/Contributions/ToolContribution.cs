using OpenClaw.Host.Plugins.Lifecycle;
using OpenClaw.Tools;

namespace OpenClaw.Host.Plugins.Contributions;

/// <summary>A tool a plugin offers.</summary>
/// <param name="Owner">Lease it to hold the generation alive for longer than one call, for example a run.</param>
/// <param name="Tool">Safe to keep and to call: it refuses once the plugin has stopped.</param>
internal sealed record ToolContribution(PluginGate Owner, ITool Tool)
{
    public string PluginId => Owner.PluginId;

    public string Name => Tool.Descriptor.Name;
}
