using System.Text.Json;
using OpenClaw.Host.Diagnostics;
using OpenClaw.Host.Plugins.Crashes;
using OpenClaw.Plugins;

namespace OpenClaw.Host.Plugins.Scopes;

/// <summary>What the host lends through one scope.</summary>
internal sealed record PluginScopeSettings
{
    public required PluginInfo Plugin { get; init; }

    public required JsonElement Settings { get; init; }

    public required string StorageDirectory { get; init; }

    public required string PluginDirectory { get; init; }

    public required TimeProvider Clock { get; init; }

    public required ILoggerFactory Loggers { get; init; }

    public required ISecretRegistry Secrets { get; init; }

    /// <summary>Shared by the plugin's scopes: its limit is one.</summary>
    public PluginEvents? Events { get; init; }
    /// <summary>Names the plugin should its code take the process down.</summary>
    public BootSlot Slot { get; init; } = BootSlot.None;

    /// <summary>Takes what failed outside a call: where, and what.</summary>
    public required Action<string, Exception> ReportFault { get; init; }
}
