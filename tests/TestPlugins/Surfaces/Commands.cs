using Microsoft.Extensions.DependencyInjection;
using OpenClaw.Plugins;
using OpenClaw.Surfaces;

namespace OpenClaw.TestPlugins;

internal static class Commands
{
    public static Task<PluginCommandResult> SurfAsync(IServiceProvider services, PluginCommandCall call, CancellationToken cancellationToken) => call.Arguments switch
    {
        ["fail", ..] => Task.FromResult(PluginCommandResult.Failed("it did not work", 7)),
        ["throw", ..] => throw new InvalidOperationException("thrown in a command"),
        ["colour", ..] => Task.FromResult(PluginCommandResult.Text("\u001b[31mred\u001b[0m\n")),
        _ => Task.FromResult(PluginCommandResult.Text(
            $"{services.GetRequiredService<IPluginScope>().Plugin.Version}: {string.Join('|', call.Arguments)}")),
    };
}
