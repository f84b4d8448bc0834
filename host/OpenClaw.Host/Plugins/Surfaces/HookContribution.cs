using OpenClaw.Hooks;

namespace OpenClaw.Host.Plugins.Surfaces;

/// <summary>A hook of a plugin.</summary>
/// <param name="Points">Which of the interfaces it implements.</param>
/// <param name="Priority">Higher ones are asked first.</param>
/// <param name="Entrance">The hook; ask it only for interfaces it implements.</param>
internal sealed record HookContribution(HookPoints Points, int Priority, PluginEntrance<IPluginHook> Entrance)
{
    public string PluginId => Entrance.PluginId;
}
