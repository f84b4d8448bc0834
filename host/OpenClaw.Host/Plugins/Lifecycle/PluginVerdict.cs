using OpenClaw.Host.Plugins.Discovery;

namespace OpenClaw.Host.Plugins.Lifecycle;

/// <summary>What manifest and configuration alone say about one folder.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="State">Checked, Waiting, Disabled, Quarantined or Failed.</param>
/// <param name="Reason">Why it is disabled, quarantined or failed.</param>
/// <param name="NextTry">When one in quarantine is tried again; null for not by itself.</param>
internal sealed record PluginVerdict(PluginFolder Folder, PluginState State, string? Reason = null, DateTimeOffset? NextTry = null)
{
    public string Id => Folder.DisplayId;
}
