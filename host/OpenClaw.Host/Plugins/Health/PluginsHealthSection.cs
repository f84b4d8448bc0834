using System.Text.Json;
using OpenClaw.Host.Diagnostics;
using OpenClaw.Host.Plugins.Discovery;
using OpenClaw.Host.Plugins.Lifecycle;
using OpenClaw.Protocol.Status;

namespace OpenClaw.Host.Plugins.Health;

/// <summary>Plugins in the <c>health</c> answer: which ones run, and why the others do not.</summary>
internal sealed class PluginsHealthSection(PluginHost plugins) : IHealthSection
{
    public ValueTask<HealthSummary> ContributeAsync(HealthSummary summary, bool probe, CancellationToken cancellationToken)
    {
        var all = plugins.Plugins;
        return ValueTask.FromResult(summary with
        {
            Plugins = new HealthPlugins
            {
                Loaded = [.. all.Where(static plugin => plugin.State == PluginState.Running).Select(static plugin => plugin.Id)],
                Errors = [.. all.Where(static plugin => plugin.Problem is not null).Select(Describe)],
                Unavailable = [],
            },
        });
    }

    private static JsonElement Describe(PluginStatus plugin) => JsonSerializer.SerializeToElement(
        new PluginProblem
        {
            Id = plugin.Id,
            Origin = PluginOriginNames.NameOf(plugin.Origin),
            Activated = plugin.State == PluginState.Running,
            Error = plugin.Problem!,
        },
        PluginHealthJsonContext.Default.PluginProblem);
}
