using System.Text.Json;
using OpenClaw.Host.Plugins.Discovery;
using OpenClaw.Host.Plugins.Lifecycle;

namespace OpenClaw.Host.Plugins.Forecast;

/// <summary>Says what a change of the configuration would do to each plugin, from manifests alone: no code of theirs runs.</summary>
internal static class PluginForecast
{
    private static readonly HashSet<string> NotAskedFor = [];

    public static IReadOnlyList<ForecastLine> Make(PluginSelection before, PluginSelection after)
    {
        var old = VerdictsOf(before).ToDictionary(static verdict => verdict.Id, StringComparer.Ordinal);
        var now = VerdictsOf(after).ToDictionary(static verdict => verdict.Id, StringComparer.Ordinal);
        return
        [
            .. old.Keys.Union(now.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Select(id => Line(id, old.GetValueOrDefault(id), now.GetValueOrDefault(id), SettingsOf(before, id), SettingsOf(after, id))),
        ];
    }

    private static ForecastLine Line(string id, PluginVerdict? old, PluginVerdict? now, JsonElement settingsBefore, JsonElement settingsAfter)
    {
        if (now is { State: PluginState.Failed })
            return new ForecastLine(id, ForecastEffect.Refused, now.Reason);
        if (!Runs(now))
            return new ForecastLine(id, Runs(old) ? ForecastEffect.Stopped : ForecastEffect.Unchanged, now?.Reason);
        if (!Runs(old) || (old!.State == PluginState.Waiting && now!.State == PluginState.Checked))
            return new ForecastLine(id, ForecastEffect.Started);
        var isSame = old.Folder.Path == now!.Folder.Path && JsonElement.DeepEquals(settingsBefore, settingsAfter);
        return new ForecastLine(id, isSame || now.State == PluginState.Waiting ? ForecastEffect.Unchanged : ForecastEffect.Swapped);
    }

    private static bool Runs(PluginVerdict? verdict) => verdict is { State: PluginState.Checked or PluginState.Waiting };

    private static JsonElement SettingsOf(PluginSelection selection, string id) => selection.Settings(id) ?? EmptySettings.Value;

    // Of several folders with one id the first counts.
    private static IEnumerable<PluginVerdict> VerdictsOf(PluginSelection selection) =>
        PluginChecks.Run(PluginDiscovery.Find(selection.Roots), selection, NotAskedFor).DistinctBy(static verdict => verdict.Id);
}
