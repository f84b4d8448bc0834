namespace OpenClaw.Host.Sessions.Runs;

/// <summary>A waiting run that makes room for a new one.</summary>
/// <param name="Run">The run; it has not started.</param>
/// <param name="State">How it ends.</param>
/// <param name="Outcome">What is kept of it.</param>
internal sealed record DisplacedRun(RunRecord Run, RunState State, RunOutcome Outcome)
{
    /// <summary>The new run speaks for it in short.</summary>
    public static DisplacedRun Into(RunRecord run, string runId) => new(run, RunState.Merged, RunMerge.OutcomeOf(runId));

    /// <summary>Nothing is kept of it.</summary>
    public static DisplacedRun Dropped(RunRecord run) => new(run, RunState.Aborted, new RunOutcome { StopReason = "dropped" });
}
