namespace OpenClaw.Host.Cli.Commands.Plugins;

/// <summary>What <c>plugins init</c> prints for scripts.</summary>
/// <param name="Name">Of the project.</param>
/// <param name="Directory">Where everything is.</param>
/// <param name="Project">The plugin's own folder.</param>
/// <param name="Tests">That of its tests.</param>
internal sealed record MadePlugin(string Name, string Directory, string Project, string Tests);
