using OpenClaw.Tools;

namespace OpenClaw.Host.Tools;

/// <summary>The tools a model may call. Dangerous ones stay off: nothing can allow them without an approval to ask for.</summary>
internal sealed class ToolRegistry(IToolSource source)
{
    public IReadOnlyList<ToolDescriptor> Offered =>
        [.. source.Tools.Select(static tool => tool.Descriptor).Where(MayCall).OrderBy(static tool => tool.Name, StringComparer.Ordinal)];

    public ITool? Find(string name) => source.Find(name) is { } tool && MayCall(tool.Descriptor) ? tool : null;

    /// <summary>The plugin a tool comes from.</summary>
    public string? OwnerOf(string name) => source.OwnerOf(name);

    private static bool MayCall(ToolDescriptor tool) => tool.Risk != ToolRisk.Dangerous;
}
