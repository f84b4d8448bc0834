namespace OpenClaw.Host.Cli.Commands.Plugins;

/// <summary>What <c>plugins pin</c> prints for scripts.</summary>
internal sealed record PinnedPackage(string PluginId, string Version, bool Pinned);
