namespace OpenClaw.Host.Plugins.Loading;

/// <summary>A plugin cannot be loaded. The message is its status: it names the cause and the fix, and carries nothing of the plugin.</summary>
internal sealed class PluginLoadException(string message) : Exception(message);
