namespace OpenClaw.Host.Plugins.Rpc;

/// <summary>Answer of <c>plugins.setEnabled</c>.</summary>
/// <param name="Ok">The file says so now.</param>
/// <param name="Changed">Whether it said something else before.</param>
/// <param name="RequiresRestart">Whether it has its effect only after a restart (<c>gateway.reload.mode</c>).</param>
/// <param name="Plugin">How the plugin stands now.</param>
internal sealed record PluginsSetEnabledResult(bool Ok, bool Changed, bool RequiresRestart, PluginInspection Plugin);
