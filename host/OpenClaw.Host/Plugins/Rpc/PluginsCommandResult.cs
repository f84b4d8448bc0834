namespace OpenClaw.Host.Plugins.Rpc;

/// <summary>Answer of <c>plugins.command</c>.</summary>
/// <param name="PluginId">Who ran it.</param>
/// <param name="ExitCode">0 for success.</param>
/// <param name="Stdout">For the standard output.</param>
/// <param name="Stderr">For the standard error output.</param>
internal sealed record PluginsCommandResult(string PluginId, int ExitCode, string Stdout, string Stderr);
