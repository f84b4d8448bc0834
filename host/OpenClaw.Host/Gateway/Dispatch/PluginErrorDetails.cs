using System.Text.Json;

namespace OpenClaw.Host.Gateway.Dispatch;

/// <summary>Details of an error of a plugin's method.</summary>
/// <param name="PluginId">Whose it is.</param>
/// <param name="Facts">What the plugin says beside its text.</param>
internal sealed record PluginErrorDetails(string PluginId, JsonElement? Facts = null);
