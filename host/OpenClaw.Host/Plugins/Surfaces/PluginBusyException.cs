namespace OpenClaw.Host.Plugins.Surfaces;

/// <summary>Every place of something that a plugin serves is taken.</summary>
internal sealed class PluginBusyException(string pluginId, string what) : Exception($"Plugin {pluginId}: {what} is busy; try again shortly.");
