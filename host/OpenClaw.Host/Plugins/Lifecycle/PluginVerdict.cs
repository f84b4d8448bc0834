using OpenClaw.Host.Plugins.Discovery;

namespace OpenClaw.Host.Plugins.Lifecycle;

/// <summary>What manifest and configuration alone say about one folder.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="State">Checked, Waiting, Disabled or Failed.</param>
/// <param name="Reason">Why it is disabled or failed.</param>
internal sealed record PluginVerdict(PluginFolder Folder, PluginState State, string? Reason = null)
{
    public string Id => Folder.DisplayId;
}
