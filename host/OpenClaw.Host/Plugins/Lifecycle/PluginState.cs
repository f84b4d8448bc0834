namespace OpenClaw.Host.Plugins.Lifecycle;

/// <summary>How far a plugin has come.</summary>
internal enum PluginState
{
    /// <summary>A folder was found.</summary>
    Discovered,

    /// <summary>The manifest is valid and the versions fit.</summary>
    Checked,

    /// <summary>It may run, and is loaded when somebody asks for what it offers.</summary>
    Waiting,

    /// <summary>Its assemblies are loaded and every type of the entry assembly resolves.</summary>
    Loaded,

    /// <summary>Its container is built and its registrations are known.</summary>
    Configured,

    /// <summary>Its services run and its contributions are offered.</summary>
    Running,

    /// <summary>It takes no new calls; those in flight are finishing.</summary>
    Draining,

    /// <summary>Its services, loops and container have ended.</summary>
    Stopped,

    /// <summary>Its code is proven gone from the process.</summary>
    Unloaded,

    /// <summary>It could not be used; the reason says why.</summary>
    Failed,

    /// <summary>It did harm too often and is kept off for a while, or until somebody reloads it.</summary>
    Quarantined,

    /// <summary>Configuration keeps it off, or another plugin has its id.</summary>
    Disabled,

    /// <summary>It ended, but something still holds its code.</summary>
    Leaked,
}
