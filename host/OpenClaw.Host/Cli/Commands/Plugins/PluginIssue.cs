namespace OpenClaw.Host.Cli.Commands.Plugins;

/// <summary>One thing that is wrong with a plugin.</summary>
/// <param name="PluginId">The plugin's.</param>
/// <param name="Source">Its folder, a key of the configuration, or the gateway that said so.</param>
/// <param name="Message">What is wrong.</param>
internal sealed record PluginIssue(string PluginId, string Source, string Message);
