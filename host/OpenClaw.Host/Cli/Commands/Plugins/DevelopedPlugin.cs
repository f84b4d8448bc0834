namespace OpenClaw.Host.Cli.Commands.Plugins;

/// <summary>What <c>plugins dev --once</c> prints for scripts.</summary>
/// <param name="PluginId">The plugin.</param>
/// <param name="Loaded">Whether the gateway runs this build.</param>
/// <param name="Problem">Why not.</param>
internal sealed record DevelopedPlugin(string PluginId, bool Loaded, string? Problem);
