using OpenClaw.Host.Tools;
using OpenClaw.Tools;

namespace OpenClaw.Host.Agents.ToolAccess;

/// <summary>Lists tools by the plugin they come from.</summary>
internal static class ToolListings
{
    private const string Core = "core";
    private const string Plugin = "plugin";

    /// <summary>Agents may call every tool that is not dangerous; there is no narrower choice to make.</summary>
    public static ToolProfile Full { get; } = new("full", "Full");

    public static string SourceOf(string? pluginId) => pluginId is null ? Core : Plugin;

    public static IReadOnlyList<ToolGroup> Of(ToolRegistry registry, bool effective) =>
    [
        .. registry.Offered.GroupBy(tool => registry.OwnerOf(tool.Name), StringComparer.Ordinal)
            .OrderBy(static group => group.Key, StringComparer.Ordinal)
            .Select(group => new ToolGroup
            {
                Id = group.Key is null ? Core : $"plugin:{group.Key}",
                Label = group.Key ?? "Built-in tools",
                Source = SourceOf(group.Key),
                PluginId = group.Key,
                Tools = [.. group.Select(tool => Entry(tool, group.Key, effective))],
            }),
    ];

    private static ToolEntry Entry(ToolDescriptor tool, string? pluginId, bool effective) => new()
    {
        Id = tool.Name,
        Label = tool.Label ?? tool.Name,
        Description = FirstLine(tool.Description),
        RawDescription = effective ? tool.Description : null,
        Source = SourceOf(pluginId),
        PluginId = pluginId,
        DefaultProfiles = effective ? null : [Full.Id],
    };

    private static string FirstLine(string text) => text.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var end ? text[..end] : text;
}
