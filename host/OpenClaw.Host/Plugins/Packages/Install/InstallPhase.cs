namespace OpenClaw.Host.Plugins.Packages.Install;

/// <summary>How far an installation is.</summary>
internal enum InstallPhase
{
    Waiting,
    Resolving,
    Downloading,
    Verifying,
    Unpacking,

    /// <summary>Everything is on disk and checked; nothing has changed yet.</summary>
    Staged,

    /// <summary>It is decided: whatever happens now, the new version will be there.</summary>
    Committed,
    Exchanged,
    Switched,
    Recorded,

    /// <summary>The running gateway takes it over.</summary>
    Starting,
    Done,
}
