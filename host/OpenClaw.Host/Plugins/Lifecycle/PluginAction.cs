namespace OpenClaw.Host.Plugins.Lifecycle;

/// <summary>What a change of files or configuration means for one plugin.</summary>
internal enum PluginAction
{
    /// <summary>Nothing: it goes on as it is, running or not.</summary>
    Keep,

    /// <summary>It is loaded.</summary>
    Start,

    /// <summary>A new generation is loaded; the old one ends once the new one serves.</summary>
    Replace,

    /// <summary>It ends.</summary>
    Stop,

    /// <summary>It does not run, and says something else about that than before.</summary>
    Note,
}
