namespace OpenClaw.Host.Plugins.Faults;

/// <summary>What a plugin did wrong outside the answer of a call.</summary>
internal enum FaultKind
{
    /// <summary>A loop, a timer or a stopping action threw. The scope goes on with it.</summary>
    Background,

    /// <summary>An exception left a thread, a timer or an async void method of its own; without the guard the process would have died.</summary>
    Unhandled,

    /// <summary>A call did not return in time.</summary>
    Deadline,

    /// <summary>It handed over more than its limits let through.</summary>
    Flood,
}
