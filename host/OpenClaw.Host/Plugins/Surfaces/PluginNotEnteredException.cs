namespace OpenClaw.Host.Plugins.Surfaces;

/// <summary>The plugin had stopped before a call of it began: nothing was done, and another generation may take the call.</summary>
internal sealed class PluginNotEnteredException(string pluginId, string what) : Exception($"Plugin {pluginId} has stopped: {what} is gone.");
