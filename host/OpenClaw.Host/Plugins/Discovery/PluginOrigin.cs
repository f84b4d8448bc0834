namespace OpenClaw.Host.Plugins.Discovery;

/// <summary>Where a plugin folder was found.</summary>
internal enum PluginOrigin
{
    /// <summary>Beside the executable.</summary>
    Shipped,

    /// <summary>Under the state directory.</summary>
    User,

    /// <summary>Under a path of <c>plugins.loadPaths</c>.</summary>
    Configured,
}
