using System.Text.Json;
using OpenClaw.Host.Diagnostics;
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
                Errors = [.. all.Where(static plugin => ProblemOf(plugin) is not null).Select(Describe)],
                Unavailable = [],
            },
        });
    }

    // One that was switched off on purpose is no problem.
    private static string? ProblemOf(PluginStatus plugin) => plugin.State switch
    {
        PluginState.Failed or PluginState.Leaked => plugin.Reason ?? "It failed; the log says how.",
        PluginState.Running => plugin.Degraded,
        _ => null,
    };

    private static JsonElement Describe(PluginStatus plugin) => JsonSerializer.SerializeToElement(
        new PluginProblem
        {
            Id = plugin.Id,
            Origin = plugin.Origin.ToString().ToLowerInvariant(),
            Activated = plugin.State == PluginState.Running,
            Error = ProblemOf(plugin)!,
        },
        PluginHealthJsonContext.Default.PluginProblem);
}
