namespace OpenClaw.Host.Agents.Runs;

/// <summary>Why a run was told to stop.</summary>
internal enum RunEnding
{
    None = 0,

    /// <summary>Somebody asked for it.</summary>
    Aborted,

    /// <summary>Its time was up.</summary>
    TimedOut,

    /// <summary>The gateway is going down.</summary>
    Stopping,

    /// <summary>Its message becomes part of another run.</summary>
    Merged,
}
