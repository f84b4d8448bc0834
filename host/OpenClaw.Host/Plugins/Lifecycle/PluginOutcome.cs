namespace OpenClaw.Host.Plugins.Lifecycle;

/// <summary>How one change ended.</summary>
/// <param name="Entry">What the plugin is listed as.</param>
/// <param name="Serving">The generation that serves from now on.</param>
/// <param name="Retired">The one that serves no longer.</param>
internal sealed record PluginOutcome(PluginEntry? Entry, PluginGeneration? Serving, PluginGeneration? Retired)
{
    /// <summary>Before the reason why another version was not taken.</summary>
    public const string GoesOn = " goes on: ";

    /// <param name="change">What was to be done.</param>
    /// <param name="accepted">The new generations that work.</param>
    public static PluginOutcome Of(PluginChange change, IReadOnlyList<PluginGeneration> accepted)
    {
        if (!change.Loads)
        {
            return change.Action == PluginAction.Stop
                ? new PluginOutcome(change.Entry, Serving: null, change.Running)
                : new PluginOutcome(change.Entry, change.Running, Retired: null);
        }

        if (accepted.FirstOrDefault(generation => ReferenceEquals(generation.Entry, change.Entry)) is { } taken)
            return new PluginOutcome(change.Entry, taken, change.Running);
        if (change.Running is not { } old)
            return new PluginOutcome(change.Entry, Serving: null, Retired: null);

        var reason = $"version {change.Entry!.Manifest.Version.ToNormalizedString()} was not taken, generation {old.Number}{GoesOn}{change.Entry.Status.Reason}";
        old.Entry.Refuse(change.Entry.Input!);
        old.Entry.NoteRefusal(reason);
        return new PluginOutcome(old.Entry, old, Retired: null);
    }
}
