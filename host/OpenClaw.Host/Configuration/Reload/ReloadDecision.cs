namespace OpenClaw.Host.Configuration.Reload;

/// <summary>What a running gateway does about a change of its file.</summary>
internal enum ReloadDecision
{
    /// <summary>Nothing yet: the mode says so, and the next start brings the change.</summary>
    Wait,

    /// <summary>The new snapshot is put in force.</summary>
    Apply,

    /// <summary>The gateway starts again.</summary>
    Restart,
}
