using OpenClaw.Host.Plugins.Lifecycle;

namespace OpenClaw.Host.Plugins.Crashes;

/// <summary>Decides at a start, from how the lives before ended, which plugins are not to be trusted with this one.</summary>
internal sealed class SafeMode(CrashLedger ledger, bool asked)
{
    private const string AskedFor = "Safe mode: the gateway was started with --safe-mode, so only shipped plugins are loaded. Start it without to have this one back.";

    /// <summary>Why only shipped plugins are loaded; null when all are.</summary>
    public string? Reason { get; private set; } = asked ? AskedFor : null;

    /// <summary>Begins a life. Call it before any code of a plugin runs.</summary>
    public void Begin(PluginEnvironment environment)
    {
        var last = environment.Marker.Open();
        environment.Quarantine.Released += ledger.Release;
        // A start in order reads nothing.
        if (last is null && !ledger.IsPresent)
        {
            Tell(environment);
            return;
        }

        var record = last is null ? ledger.Read() : ledger.Add(last);
        foreach (var (id, reason) in record.Held)
            environment.Quarantine.Hold(id, reason);
        environment.OneByOne = ledger.Recent(record).Any();
        if (last is not null)
        {
            Reason ??= CrashLedger.SafeModeReason(record);
            environment.Log.Crashed(last.Suspects is [] ? "unknown" : string.Join(", ", last.Suspects));
        }

        Tell(environment);
    }

    private void Tell(PluginEnvironment environment)
    {
        if (Reason is { } reason)
            environment.Log.InSafeMode(reason);
    }
}
