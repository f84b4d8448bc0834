using OpenClaw.Host.Configuration.Tree;
using OpenClaw.Host.Plugins;
using OpenClaw.Host.Plugins.Crashes;
using OpenClaw.Host.Plugins.Discovery;
using OpenClaw.Host.Plugins.Lifecycle;
using OpenClaw.Host.Plugins.Loading;
using OpenClaw.Host.Plugins.Manifests;

namespace OpenClaw.Host.Cli.Commands.Doctor.Checks;

/// <summary>Whether the plugins that are there can be loaded, as far as their manifests tell. None of their code runs.</summary>
internal sealed class PluginsCheck() : DoctorCheck("plugins/load")
{
    protected override IEnumerable<DoctorFinding> Look(DoctorContext context)
    {
        if (context.Config.Config is not { } config)
            yield break;
        var options = new PluginSelectionFactory(context.Paths, AppContext.BaseDirectory).Create(config);
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var folder in PluginDiscovery.Find(options.Roots))
        {
            var id = folder.DisplayId;
            if (!seen.TryAdd(id, folder.Path))
                yield return DoctorFinding.Warning($"the plugin in {seen[id]} has the same id and comes first") with { Path = folder.Path, FixHint = "Remove one of them." };
            else if (options.DisabledReason(id) is null && Refusal(folder) is { } reason)
                yield return DoctorFinding.Error(reason) with { Path = folder.Path, FixHint = "Mend or remove it, or switch it off.", Repair = SwitchOff(context, id) };
        }

        foreach (var (id, reason) in new CrashLedger(PluginHostOptions.In(context.Paths).CrashFile, TimeProvider.System).Read().Held)
            yield return DoctorFinding.Error($"{id} stays off: {reason}") with { Path = $"plugins.entries.{id}", FixHint = $"Update or remove it, or give it another chance: openclaw plugins reload {id}." };

        foreach (var id in options.ConfiguredIds.Where(id => !seen.ContainsKey(id)))
            yield return DoctorFinding.Warning("no plugin of that id is there") with { Path = $"plugins.entries.{id}", FixHint = "Install it, or remove the entry." };
    }

    private static string? Refusal(PluginFolder folder) => folder.Manifest.Manifest is { } manifest
        ? ContractCheck.Reason(manifest) ?? FrameworkCheck.Reason(folder.Path, manifest)
        : folder.Manifest.Reason;

    private static DoctorRepair SwitchOff(DoctorContext context, string id) => new($"switch the plugin {id} off", async cancellationToken =>
    {
        await ConfigRepair.EditAsync(context, document => document.TrySet($"plugins.entries.{id}.enabled", new ConfigBoolean(false)), cancellationToken);
        return $"plugins.entries.{id}.enabled is false";
    })
    { IsChoice = true };
}
