namespace OpenClaw.Host.Sessions.Runs;

/// <summary>A write came from a run that has ended or belongs to another process by now; nothing was written.</summary>
internal sealed class RunSupersededException(string runId)
    : InvalidOperationException($"The run {runId} has ended or was taken over; its write was dropped.");
