namespace OpenClaw.Host.Plugins.Faults;

/// <summary>A call into a plugin failed in a way the contract does not name. Holds text only.</summary>
internal sealed class PluginFaultException(string pluginId, PluginFault fault)
    : Exception($"Plugin {pluginId} failed: {fault.Summary}")
{
    public string PluginId { get; } = pluginId;

    public PluginFault Fault { get; } = fault;
}
