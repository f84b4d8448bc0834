namespace OpenClaw.Host.Plugins.Lifecycle;

/// <summary>One line of a plan.</summary>
/// <param name="Id">The plugin's.</param>
/// <param name="Action">What is to be done.</param>
/// <param name="Entry">What it is listed as afterwards; null when its folder is gone.</param>
/// <param name="Running">The generation that serves now.</param>
internal sealed record PluginChange(string Id, PluginAction Action, PluginEntry? Entry, PluginGeneration? Running)
{
    /// <summary>What the manifest and the configuration say about one that does not run.</summary>
    public PluginVerdict? Verdict { get; init; }

    /// <summary>Whether the folder holds exactly what the running generation was made from.</summary>
    public bool IsWhatServes { get; init; }

    public bool Loads => Action is PluginAction.Start or PluginAction.Replace;

    /// <summary>Moves the entry as far as it is known before anything is loaded.</summary>
    public void Announce()
    {
        if (Loads)
            Entry!.Move(PluginState.Checked);
        else if (IsWhatServes)
            Entry!.NoteMended();
        else if (Running is { } serving && Verdict is { State: PluginState.Failed, Reason: { } broken })
            serving.Entry.NoteRefusal($"its folder was not taken, generation {serving.Number} goes on: {broken}");
        else if (Verdict is { State: PluginState.Failed, Reason: { } refusal })
            Entry!.Fail(refusal);
        else if (Verdict is { } verdict)
            Entry!.Move(verdict.State, verdict.Reason, nextTry: verdict.NextTry);
    }
}
