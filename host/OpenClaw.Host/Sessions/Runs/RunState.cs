namespace OpenClaw.Host.Sessions.Runs;

/// <summary>How far a run has come. Stored as numbers: never renumber.</summary>
internal enum RunState
{
    /// <summary>Stored and acknowledged; its message is not part of the transcript yet.</summary>
    Accepted = 0,

    /// <summary>Its message is in the transcript and the agent is at work.</summary>
    Running = 1,

    /// <summary>Answered.</summary>
    Done = 2,

    /// <summary>The model or the gateway failed.</summary>
    Failed = 3,

    /// <summary>Cut off on request.</summary>
    Aborted = 4,

    /// <summary>Out of time.</summary>
    TimedOut = 5,

    /// <summary>The process ended while the agent was at work.</summary>
    Interrupted = 6,

    /// <summary>Its message became part of another run, which answered it.</summary>
    Merged = 7,
}
