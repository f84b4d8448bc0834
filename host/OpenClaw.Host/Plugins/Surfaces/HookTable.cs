namespace OpenClaw.Host.Plugins.Surfaces;

/// <summary>The hooks of all running plugins in the order in which they are asked. There is none while no plugin has hooks.</summary>
internal sealed class HookTable
{
    private HookTable(List<HookContribution> hooks)
    {
        Tool = At(hooks, HookPoints.Tool);
        Message = At(hooks, HookPoints.Message);
        Run = At(hooks, HookPoints.Run);
        Session = At(hooks, HookPoints.Session);
        Gateway = At(hooks, HookPoints.Gateway);
    }

    public HookContribution[] Tool { get; }

    public HookContribution[] Message { get; }

    public HookContribution[] Run { get; }

    public HookContribution[] Session { get; }

    public HookContribution[] Gateway { get; }

    public static HookTable? Of(IEnumerable<HookContribution> hooks)
    {
        var all = hooks.ToList();
        return all.Count == 0 ? null : new HookTable(all);
    }

    private static HookContribution[] At(List<HookContribution> hooks, HookPoints point) =>
        [.. hooks.Where(hook => hook.Points.HasFlag(point)).OrderByDescending(static hook => hook.Priority).ThenBy(static hook => hook.PluginId, StringComparer.Ordinal)];
}
