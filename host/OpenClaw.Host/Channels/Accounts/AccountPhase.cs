namespace OpenClaw.Host.Channels.Accounts;

/// <summary>What the host does about an account at a moment.</summary>
internal enum AccountPhase
{
    /// <summary>Nothing: it is switched off, or a person stopped it.</summary>
    Stopped,

    /// <summary>It is being made and started.</summary>
    Starting,

    /// <summary>It was started and is watched; its own status says how it is doing.</summary>
    Running,

    /// <summary>It failed and is started again after a pause.</summary>
    Waiting,

    /// <summary>It failed in a way that starting again cannot mend.</summary>
    Failed,
}
