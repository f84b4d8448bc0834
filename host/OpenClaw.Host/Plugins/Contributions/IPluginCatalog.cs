using OpenClaw.Host.Plugins.Lifecycle;

namespace OpenClaw.Host.Plugins.Contributions;

/// <summary>What other rooms see of the plugins.</summary>
internal interface IPluginCatalog
{
    /// <summary>What running plugins offer now.</summary>
    PluginSnapshot Current { get; }

    /// <summary>Every plugin that was found, working or not, in order of discovery.</summary>
    IReadOnlyList<PluginStatus> Plugins { get; }
}
