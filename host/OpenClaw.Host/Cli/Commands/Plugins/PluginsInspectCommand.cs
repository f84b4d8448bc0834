using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Client;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Commands.Plugins;

/// <summary><c>plugins inspect</c>: everything about one plugin.</summary>
internal sealed class PluginsInspectCommand() : RemoteCommand("inspect", "Show everything about one plugin")
{
    private readonly Argument<string> _id = new("plugin") { Description = "Id of the plugin" };

    protected override void Configure(Command command)
    {
        command.Arguments.Add(_id);
        base.Configure(command);
    }

    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var id = invocation.Get(_id)!;
        JsonElement plugin;
        try
        {
            plugin = await AskAsync(invocation, MethodNames.PluginsInspect, JsonElement.Parse(new JsonObject { ["pluginId"] = id }.ToJsonString()), cancellationToken);
        }
        catch (GatewayRequestException error) when (error.Error.Message.Contains("Plugin not found", StringComparison.Ordinal))
        {
            throw new CliException($"Plugin not found: {id}. Run `openclaw plugins list` to see installed plugins.");
        }

        if (invocation.Json)
        {
            invocation.Console.WriteJson(plugin);
            return ExitCodes.Success;
        }

        foreach (var line in Describe(plugin))
            invocation.Console.Output.WriteLine(ControlText.ToOneLine(line));
        return ExitCodes.Success;
    }

    private static IEnumerable<string> Describe(JsonElement plugin)
    {
        yield return plugin.TextAt("name") ?? "-";
        yield return $"id: {plugin.TextAt("id")}";
        if (plugin.TextAt("description") is { } description)
            yield return description;
        yield return $"Status: {plugin.TextAt("status")}{(plugin.NumberAt("generation") is > 0 and { } number ? $" (generation {number})" : "")}";
        if (plugin.TextAt("reason") is { } reason)
            yield return $"Reason: {reason}";
        yield return $"Format: {plugin.TextAt("format")}";
        yield return $"Source: {plugin.TextAt("source")}";
        yield return $"Origin: {plugin.TextAt("origin")}";
        if (plugin.TextAt("version") is { } version)
            yield return $"Version: {version}";
        if (plugin.At("lifecycle", "package") is { } package)
            yield return $"Package: {package.TextAt("name")} {package.TextAt("version")} from {package.TextAt("source")}{(package.IsTrueAt("pinned") ? ", pinned" : "")}";
        if (plugin.TextAt("contract") is { } contract)
            yield return $"Contract: {contract}";
        foreach (var (label, key) in new[]
        {
            ("Kind", "kind"), ("Permissions", "permissions"), ("Tools", "toolNames"), ("Channels", "channelIds"), ("Providers", "providerIds"), ("Model APIs", "apis"),
        })
        {
            var names = string.Join(", ", plugin.ItemsAt(key).Select(static name => name.ToString()));
            if (names.Length > 0)
                yield return $"{label}: {names}";
        }
    }
}
