using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Commands.Plugins;

/// <summary><c>plugins reload</c>: without a name, whatever changed on disk.</summary>
internal sealed class PluginsReloadCommand() : RemoteCommand("reload", "Load plugins anew while the gateway serves; without a name, those whose files changed")
{
    private readonly Argument<string[]> _ids = new("plugin") { Description = "Ids of plugins", Arity = ArgumentArity.ZeroOrMore };

    protected override void Configure(Command command)
    {
        command.Arguments.Add(_ids);
        base.Configure(command);
    }

    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        string[] ids = invocation.Get(_ids) ?? [];
        var result = ids.Length == 0
            ? await AskAsync(invocation, MethodNames.PluginsRefresh, default, cancellationToken)
            : await AskAsync(invocation, MethodNames.PluginsReload, Parameters(ids), cancellationToken);
        var plugins = result.ItemsAt("plugins").ToList();
        if (invocation.Json)
            invocation.Console.WriteJson(result);
        else if (plugins.Count == 0)
            invocation.Console.Output.WriteLine("No plugin has changed.");
        else
            invocation.Console.WriteTable(new(["Plugin", "Action", "State", "Generation", "Problem"], [.. plugins.Select(Row)]));
        return plugins.Any(static plugin => plugin.TextAt("error") is not null) ? ExitCodes.Failure : ExitCodes.Success;
    }

    private static JsonElement Parameters(string[] ids) => JsonElement.Parse(new JsonObject
    {
        ["plugins"] = new JsonArray([.. ids.Select(static id => new JsonObject { ["pluginId"] = id })]),
    }.ToJsonString());

    private static string[] Row(JsonElement plugin) =>
    [
        plugin.TextAt("pluginId") ?? "-",
        plugin.TextAt("action") ?? "-",
        plugin.TextAt("state") ?? "-",
        plugin.NumberAt("generation") is > 0 and { } number ? number.ToString(System.Globalization.CultureInfo.InvariantCulture) : "-",
        plugin.TextAt("error") ?? "",
    ];
}
