using OpenClaw.Host.Configuration.Reload;
using OpenClaw.Host.Plugins.Forecast;

namespace OpenClaw.Host.Cli.Commands.Planning;

/// <summary>What <c>config plan</c> prints for scripts. It names keys and never values.</summary>
internal sealed record PlanDocument
{
    /// <summary><c>gateway.reload.mode</c> after the change.</summary>
    public required string Mode { get; init; }

    public required IReadOnlyList<PlannedKey> Changes { get; init; }

    public required IReadOnlyList<PlannedPlugin> Plugins { get; init; }

    /// <summary>Whether the gateway would start again by itself.</summary>
    public required bool RestartsGateway { get; init; }

    public static PlanDocument Of(ReloadPlan plan, IReadOnlyList<ForecastLine> plugins)
    {
        var applied = plan.Applied.ToHashSet();
        var restarting = plan.Restarting.ToHashSet();
        var pluginsWait = plan.Mode is not (Configuration.Model.Gateway.ReloadMode.Hybrid or Configuration.Model.Gateway.ReloadMode.Hot);
        return new PlanDocument
        {
            Mode = plan.Mode.ToString().ToLowerInvariant(),
            Changes =
            [
                .. plan.Changes.OrderBy(static change => change.Path, StringComparer.Ordinal).Select(change => new PlannedKey(
                    change.Path,
                    change.Class.ToString().ToLowerInvariant(),
                    applied.Contains(change) ? PlannedKey.Applied : restarting.Contains(change) ? PlannedKey.Restarts : PlannedKey.Waits)),
            ],
            Plugins = [.. plugins.Select(line => new PlannedPlugin(line.Id, line.Effect.ToString().ToLowerInvariant(), line.Reason))],
            RestartsGateway = restarting.Count > 0,
            PluginsWait = pluginsWait,
        };
    }

    /// <summary>Whether plugins follow only when the gateway starts again, or the mode lets them.</summary>
    public required bool PluginsWait { get; init; }
}
