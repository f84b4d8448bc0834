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
        builder.AddCommand(new() { Name = "surf" }, Commands.SurfAsync);
        // Of what waits alone, a plugin can sleep until somebody asks for it.
        if (builder.Scope.Plugin.Name == "Sleeper")
            return;
        builder
            .AddHook<Hooks>()
            .AddHook<SessionDiary>(new() { Timeout = TimeSpan.FromSeconds(30) })
            .AddTool(Tool.Create(
                "surfaces_note",
                "Notes something.",
                SurfacesJson.Default.Note,
                static (note, _, _) => ValueTask.FromResult(ToolResult.Text($"noted {note.Text}"))));
    }
}
