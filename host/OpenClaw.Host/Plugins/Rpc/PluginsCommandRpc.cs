using OpenClaw.Host.Plugins.Contributions;
using OpenClaw.Host.Plugins.Faults;
using OpenClaw.Host.Plugins.Surfaces;
using OpenClaw.Host.Rpc;
using OpenClaw.Plugins;
using OpenClaw.Protocol;
using OpenClaw.Surfaces;

namespace OpenClaw.Host.Plugins.Rpc;

/// <summary><c>plugins.command</c> runs a command of a plugin for the command line, which runs no code of plugins itself.</summary>
internal sealed partial class PluginsCommandRpc(IPluginCatalog plugins, ILogger<PluginsCommandRpc> logger) : IRpcModule
{
    private const int MaxCharacters = 64 * 1024;

    public void Register(RpcMethods methods) => methods.Add(
        MethodNames.PluginsCommand,
        static () => PluginsRpcJsonContext.Default.PluginsCommandParams,
        static () => PluginsRpcJsonContext.Default.PluginsCommandResult,
        RunAsync);

    private async ValueTask<PluginsCommandResult> RunAsync(RpcCall call, PluginsCommandParams parameters, CancellationToken cancellationToken)
    {
        string[] arguments = [.. parameters.Argv ?? []];
        if (arguments.Sum(static word => word.Length) > MaxCharacters)
            throw RpcException.InvalidRequest($"{call.Method}: argv has more than {MaxCharacters} characters; pass long texts in files");
        var command = await FindAsync(parameters.Command, cancellationToken)
            ?? throw RpcException.InvalidRequest($"{call.Method}: no running plugin has the command {Cut(parameters.Command)}; plugins.list shows which run");
        LogRun(logger, command.Command.Name, command.PluginId, call.Caller.ClientId, call.Caller.DeviceId, call.Caller.ConnectionId);
        try
        {
            var result = await command.RunAsync(new PluginCommandCall { Name = command.Command.Name, Arguments = arguments }, cancellationToken);
            return new PluginsCommandResult(command.PluginId, result.ExitCode, result.Output, result.Error);
        }
        catch (Exception failure) when (TextOf(failure, command) is { } text)
        {
            throw RpcException.Unavailable(text);
        }
    }

    private async ValueTask<CommandContribution?> FindAsync(string name, CancellationToken cancellationToken)
    {
        if (plugins.Current.Commands.TryGetValue(name, out var running))
            return running;
        if (plugins.Current.Waiting.Commands.TryGetValue(name, out var sleeper))
            await plugins.WakeAsync(sleeper, cancellationToken);
        return plugins.Current.Commands.GetValueOrDefault(name);
    }

    private static string? TextOf(Exception failure, CommandContribution command) => failure switch
    {
        PluginNotEnteredException or PluginStoppedException => $"plugin {command.PluginId} is being replaced or stopped; try again",
        PluginBusyException or TimeoutException => failure.Message,
        PluginFaultException => $"plugin {command.PluginId} failed in {command.Command.Name}; the log of the gateway has the cause",
        _ => null,
    };

    private static string Cut(string name) => name.Length <= 64 ? name : name[..64];

    [LoggerMessage(2025, LogLevel.Information, "Audit: command {Command} of plugin {PluginId} runs on request of {Client} (device {Device}, connection {Connection}).")]
    private static partial void LogRun(ILogger logger, string command, string pluginId, string? client, string? device, string connection);
}
