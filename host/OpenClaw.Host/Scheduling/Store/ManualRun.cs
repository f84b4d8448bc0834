namespace OpenClaw.Host.Scheduling.Store;

/// <summary>What became of the wish to run a job now.</summary>
/// <param name="Run">The run that was begun.</param>
/// <param name="Refusal">Why none was: <c>not-due</c>, <c>disabled</c> or <c>already-running</c>.</param>
internal sealed record ManualRun(CronRun? Run, string? Refusal);
