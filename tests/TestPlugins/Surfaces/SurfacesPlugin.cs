using OpenClaw.Plugins;
using OpenClaw.Tools;

namespace OpenClaw.TestPlugins;

/// <summary>Adds everything a plugin may add, some of it ill-behaved.</summary>
public sealed class SurfacesPlugin : IPlugin
{
    public void Configure(IPluginBuilder builder)
    {
        Routes.Add(builder);
        Methods.Add(builder);
        builder
            .AddCommand(new() { Name = "surf" }, Commands.SurfAsync)
            .AddHook<Hooks>()
            .AddTool(Tool.Create(
                "surfaces_note",
                "Notes something.",
                SurfacesJson.Default.Note,
                static (note, _, _) => ValueTask.FromResult(ToolResult.Text($"noted {note.Text}"))));
    }
}
