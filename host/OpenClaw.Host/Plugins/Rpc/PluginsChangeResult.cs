namespace OpenClaw.Host.Plugins.Rpc;

/// <summary>Answer of <c>plugins.reload</c> and <c>plugins.refresh</c>.</summary>
/// <param name="Ok">The request was carried out; whether a plugin runs, its line says.</param>
/// <param name="Plugins">What was changed, in order of discovery.</param>
internal sealed record PluginsChangeResult(bool Ok, IReadOnlyList<ChangedPlugin> Plugins);
