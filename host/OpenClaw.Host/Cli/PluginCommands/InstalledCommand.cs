namespace OpenClaw.Host.Cli.PluginCommands;

/// <summary>A command of an installed plugin.</summary>
internal sealed record InstalledCommand(string Name, string Description, string PluginId);
