namespace OpenClaw.Host.Plugins.Crashes;

/// <summary>How the process before this one ended, as far as its boot marker tells.</summary>
/// <param name="Suspects">Plugins whose code may have ended it; none when it could have been anything.</param>
internal sealed record LastEnd(IReadOnlyList<string> Suspects)
{
    /// <summary>Reads what a marker says that was left behind.</summary>
    public static LastEnd Of(IReadOnlyList<(string PluginId, byte State, bool Shipped)> slots) =>
        // What is shipped is the gateway's own: without it nobody would be left to answer. Being there is no evidence: a kill, or
        // memory that ran out, finds idle plugins too. Crashes without a suspect lead to safe mode.
        new([.. slots.Where(static slot => slot is { State: BootSlot.Inside, Shipped: false }).Select(static slot => slot.PluginId)]);
}
