using OpenClaw.Host.Configuration;

namespace OpenClaw.Host.Plugins.Lifecycle;

/// <summary>Brings the plugins in line with the configuration in force and the files on disk.</summary>
internal sealed class PluginReload(PluginHost plugins, PluginSelectionFactory selections, IConfigSource configuration)
{
    public PluginSelection Selection => selections.Create(configuration.Current);

    /// <param name="again">Plugins to load anew even if nothing of them changed.</param>
    /// <param name="cancellationToken">Gives up before anything is replaced.</param>
    public Task<IReadOnlyList<PluginChange>> ApplyAsync(IReadOnlyCollection<string> again, CancellationToken cancellationToken) =>
        plugins.ApplyAsync(Selection, again, cancellationToken);
}
