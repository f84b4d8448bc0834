using OpenClaw.Host.Plugins.Contributions;
using OpenClaw.Tools;

namespace OpenClaw.Host.Tools;

/// <summary>Takes tools from the plugins. Each call of one holds its plugin alive, so nothing here needs to.</summary>
internal sealed class PluginTools(IPluginCatalog plugins) : IToolSource
{
    public IReadOnlyCollection<ITool> Tools => [.. plugins.Current.Tools.Values.Select(static tool => tool.Tool)];

    public string? OwnerOf(string name) => plugins.Current.Tools.TryGetValue(name, out var tool) ? tool.PluginId : null;

    public ITool? Find(string name) => plugins.Current.Tools.TryGetValue(name, out var tool) ? tool.Tool : null;
}
