namespace OpenClaw.Host.Plugins.Packages.Rpc;

/// <summary>Answer of <c>plugins.uninstall</c>.</summary>
internal sealed record PluginsUninstallResult(bool Ok, string PluginId, string Version, bool KeptFiles);
