using System.Text.Json;

namespace OpenClaw.Host.Configuration.Model;

/// <summary><c>plugins.entries.&lt;id&gt;</c>.</summary>
internal sealed record PluginEntryConfig
{
    public bool Enabled { get; init; } = true;

    /// <summary>The plugin's own section, secrets in clear; null when absent.</summary>
    public JsonElement? Config { get; init; }

    public PluginLimits Limits { get; init; } = PluginLimits.Default;

    public override string ToString() => $"{nameof(PluginEntryConfig)} {{ Enabled = {Enabled} }}";
}
