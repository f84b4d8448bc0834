using OpenClaw.Host.Plugins.Discovery;

namespace OpenClaw.Host.Plugins.Lifecycle;

/// <summary>
/// Compares what there shall be with what runs, and touches nothing. A plugin whose files and settings are the same is kept;
/// so is one whose present files failed before, until they change or somebody asks for it again.
/// </summary>
internal sealed class PluginPlan(
    IReadOnlyList<PluginEntry> entries, IReadOnlyList<PluginGeneration> running, PluginSelection selection, PluginEnvironment environment)
{
    /// <param name="inUse">Plugins that have been asked for, whatever the configuration says.</param>
    /// <param name="again">Plugins to load anew even if nothing changed.</param>
    public IReadOnlyList<PluginChange> Make(IReadOnlySet<string> inUse, IReadOnlyCollection<string> again)
    {
        var verdicts = PluginChecks.Run(PluginDiscovery.Find(selection.Roots), selection, inUse);
        List<PluginChange> changes = [];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var verdict in verdicts)
        {
            var serving = seen.Add(verdict.Id) ? running.FirstOrDefault(generation => Serves(generation, verdict)) : null;
            if (serving is not null)
                seen.Add(serving.Entry.Id);
            changes.Add(verdict.State == PluginState.Checked
                ? Usable(verdict, serving, again.Contains(verdict.Id))
                : Unusable(verdict, serving));
        }

        changes.AddRange(running.Where(generation => !seen.Contains(generation.Entry.Id))
            .Select(static generation => new PluginChange(generation.Entry.Id, PluginAction.Stop, Entry: null, generation)));
        return changes;
    }

    private PluginChange Usable(PluginVerdict verdict, PluginGeneration? serving, bool again)
    {
        var input = new PluginInput(verdict.Folder.Path, FolderFingerprint.Of(verdict.Folder.Path), selection.Settings(verdict.Id) ?? EmptySettings.Value, selection.Limits(verdict.Id));
        if (environment.Quarantine.Find(verdict.Id, input) is { } hold)
            return Unusable(verdict with { State = PluginState.Quarantined, Reason = hold.Reason, NextTry = hold.Until }, serving);
        var known = serving?.Entry ?? Known(verdict);
        if (!again && known is not null && (serving is not null || known.Status.State == PluginState.Failed)
            && (input.IsSame(known.Input) || input.IsSame(known.Refused)))
        {
            return new PluginChange(verdict.Id, PluginAction.Keep, known, serving) { IsWhatServes = serving is not null && input.IsSame(known.Input) };
        }

        var entry = new PluginEntry(verdict.Folder, environment, input);
        return new PluginChange(verdict.Id, serving is null ? PluginAction.Start : PluginAction.Replace, entry, serving);
    }

    private PluginChange Unusable(PluginVerdict verdict, PluginGeneration? serving)
    {
        // A plugin that runs and could now wait goes on: it was needed, and ending it would win little.
        if (serving is not null && verdict.State == PluginState.Waiting)
            return new PluginChange(verdict.Id, PluginAction.Keep, serving.Entry, serving);
        if (serving is null && Known(verdict) is { } known && known.Status.State == verdict.State && known.Status.Reason == verdict.Reason)
            return new PluginChange(verdict.Id, PluginAction.Keep, known, Running: null);
        // So does one whose folder is broken now, or half copied: it has a copy of its own.
        if (serving is not null && verdict.State == PluginState.Failed)
            return new PluginChange(serving.Entry.Id, PluginAction.Keep, serving.Entry, serving) { Verdict = verdict };
        var entry = new PluginEntry(verdict.Folder, environment, input: null);
        return new PluginChange(verdict.Id, serving is null ? PluginAction.Note : PluginAction.Stop, entry, serving) { Verdict = verdict };
    }

    // A manifest that cannot be read does not tell its id.
    private static bool Serves(PluginGeneration generation, PluginVerdict verdict) =>
        generation.Entry.Id == verdict.Id || (verdict.State == PluginState.Failed && generation.Entry.Folder.Path == verdict.Folder.Path);

    private PluginEntry? Known(PluginVerdict verdict) =>
        entries.FirstOrDefault(entry => entry.Id == verdict.Id && entry.Folder.Path == verdict.Folder.Path);
}
