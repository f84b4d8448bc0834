using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;

namespace OpenClaw.Host.Cli.Commands.Plugins;

/// <summary><c>plugins list</c>.</summary>
internal sealed class PluginsListCommand() : RemoteCommand("list", "List the plugins of the gateway and their state")
{
    private const string Method = "plugins.list";

    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var result = await AskAsync(invocation, Method, default, cancellationToken);
        if (invocation.Json)
        {
            invocation.Console.WriteJson(result);
            return ExitCodes.Success;
        }

        var rows = result.ItemsAt("plugins").Select(static plugin => (string[])
        [
            plugin.TextAt("id") ?? "-",
            plugin.TextAt("version") ?? "-",
            plugin.TextAt("origin") ?? "-",
            plugin.TextAt("state") ?? "-",
            plugin.TextAt("error") ?? "",
        ]).ToList();
        invocation.Console.WriteTable(new(["Plugin", "Version", "Origin", "State", "Problem"], rows));
        return ExitCodes.Success;
    }
}
