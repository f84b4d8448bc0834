using Microsoft.Extensions.DependencyInjection;
using OpenClaw.Agents.Offline.Scripts;
using OpenClaw.Plugins;

namespace OpenClaw.Agents.Offline;

/// <summary>Offers <c>offline/echo</c>, so that a fresh gateway answers before anybody has a key or a network.</summary>
public sealed class OfflinePlugin : IPlugin
{
    /// <inheritdoc/>
    public void Configure(IPluginBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton(OfflineSettings.Read(builder.Scope.Settings));
        builder.Services.AddSingleton<FailureLedger>();
        builder.AddAgentProvider<OfflineProvider>();
    }
}
