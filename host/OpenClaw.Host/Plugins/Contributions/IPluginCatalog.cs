using OpenClaw.Host.Plugins.Lifecycle;

namespace OpenClaw.Host.Plugins.Contributions;

/// <summary>What other rooms see of the plugins.</summary>
internal interface IPluginCatalog
{
    /// <summary>
    /// Told after plugins were brought in line with files or configuration, changed or not, and before generations that were
    /// replaced end. Followers return when they have let go of them.
    /// </summary>
    event Func<CancellationToken, Task>? Changed
    {
        add { }
        remove { }
    }

    /// <summary>What running plugins offer now.</summary>
    PluginSnapshot Current { get; }

    /// <summary>Every plugin that was found, working or not, in order of discovery.</summary>
    IReadOnlyList<PluginStatus> Plugins { get; }

    /// <summary>Loads a plugin that waits for being asked for. Whether it runs afterwards, its status says.</summary>
    Task WakeAsync(string pluginId, CancellationToken cancellationToken) => Task.CompletedTask;
}
