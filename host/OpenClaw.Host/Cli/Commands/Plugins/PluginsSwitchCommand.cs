using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using OpenClaw.Client;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Writing;
using OpenClaw.Host.Diagnostics.Redaction;
using OpenClaw.Host.Plugins;
using OpenClaw.Host.Plugins.Discovery;
using OpenClaw.Host.Plugins.Switching;
using OpenClaw.Host.Storage;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Commands.Plugins;

/// <summary><c>plugins enable</c> and <c>plugins disable</c>: through the gateway while one runs, else in the file.</summary>
internal sealed class PluginsSwitchCommand(string verb, string description, bool enabled) : RemoteCommand(verb, description)
{
    private readonly Argument<string[]> _ids = new("plugin") { Description = "Ids of plugins", Arity = ArgumentArity.OneOrMore };

    private string Done => enabled ? "Enabled" : "Disabled";

    protected override void Configure(Command command)
    {
        command.Arguments.Add(_ids);
        base.Configure(command);
    }

    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var results = new JsonArray();
        var running = InstanceLock.IsHeld(invocation.Paths) || GatewayTargets.Resolve(invocation, Remote).Source.StartsWith("--", StringComparison.Ordinal);
        foreach (var id in invocation.Get(_ids)!)
        {
            var (remark, result) = running
                ? await AskGatewayAsync(invocation, id, cancellationToken)
                : await WriteFileAsync(invocation, id, cancellationToken);
            results.Add(result);
            if (!invocation.Json)
                invocation.Console.Output.WriteLine(remark is null ? $"{Done} plugin \"{id}\"." : $"{Done} plugin \"{id}\". {remark}");
        }

        if (invocation.Json)
            invocation.Console.WriteJson(JsonElement.Parse(new JsonObject { ["ok"] = true, ["plugins"] = results }.ToJsonString()));
        return ExitCodes.Success;
    }

    private async Task<(string? Remark, JsonNode Result)> AskGatewayAsync(CliInvocation invocation, string id, CancellationToken cancellationToken)
    {
        try
        {
            var parameters = new JsonObject { ["pluginId"] = id, ["enabled"] = enabled };
            var answer = await AskAsync(invocation, MethodNames.PluginsSetEnabled, JsonElement.Parse(parameters.ToJsonString()), cancellationToken);
            var remark = answer.IsTrueAt("requiresRestart")
                ? "It has its effect when the gateway starts again."
                : enabled && answer.TextAt("plugin", "reason") is { } reason ? $"It is {answer.TextAt("plugin", "status")}: {reason}" : null;
            return (remark, JsonNode.Parse(answer.GetRawText())!);
        }
        catch (GatewayRequestException error) when (error.Error.Message.Contains("Plugin not found", StringComparison.Ordinal))
        {
            throw NotInstalled(id);
        }
    }

    private async Task<(string? Remark, JsonNode Result)> WriteFileAsync(CliInvocation invocation, string id, CancellationToken cancellationToken)
    {
        var config = invocation.RequireConfig();
        var roots = new PluginSelectionFactory(invocation.Paths, AppContext.BaseDirectory).Create(config).Roots;
        if (!PluginDiscovery.Find(roots).Any(folder => folder.DisplayId == id))
            throw NotInstalled(id);
        var source = new ConfigSource(ConfigLoader.Load(invocation.Paths), new SecretRegistry());
        using var metrics = new ConfigurationMetrics();
        using var writer = new ConfigWriter(invocation.Paths, source, metrics, invocation.Time, NullLogger<ConfigWriter>.Instance);
        try
        {
            var written = await new PluginSwitcher(invocation.Paths, source, writer)
                .WriteAsync(id, enabled, keepAllowList: false, $"plugins {Verb}", "the command line", cancellationToken);
            return (null, new JsonObject { ["ok"] = true, ["changed"] = written.ChangedPaths.Count > 0, ["plugin"] = new JsonObject { ["id"] = id } });
        }
        catch (Exception error) when (error is InvalidOperationException or ConfigWriteException)
        {
            throw new CliException(error.Message);
        }
    }

    private static CliException NotInstalled(string id) => new($"plugin not installed: {id}");
}
