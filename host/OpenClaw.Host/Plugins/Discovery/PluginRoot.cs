namespace OpenClaw.Host.Plugins.Discovery;

/// <summary>A folder whose subfolders are plugins, or a plugin folder itself.</summary>
internal sealed record PluginRoot(string Path, PluginOrigin Origin);
