namespace OpenClaw.Host.Configuration.Reload;

/// <summary>What it takes for a changed key to have its effect.</summary>
internal enum ReloadClass
{
    /// <summary>Nothing: it is read on each use, or nothing of ours reads it.</summary>
    None,

    /// <summary>A new snapshot in force.</summary>
    Hot,

    /// <summary>A new start of the gateway.</summary>
    Restart,
}
