using System.CommandLine;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Plugins.Packages.Rpc;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Commands.Plugins;

/// <summary><c>plugins rollback</c>.</summary>
internal sealed class PluginsRollbackCommand() : PackageCommand("rollback", "Go back to the version of a plugin before the present one")
{
    private readonly Argument<string> _plugin = new("plugin") { Description = "Id of the plugin" };

    protected override void Configure(Command command)
    {
        command.Arguments.Add(_plugin);
        base.Configure(command);
    }

    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        await using var door = await OpenAsync(invocation, cancellationToken, MethodNames.PluginsInstall);
        var parameters = new PluginsInstallParams { Mode = PluginsInstallParams.Rollback, Source = PluginsInstallParams.Nuget, PluginId = invocation.Get(_plugin)! };
        var result = await door.InstallAsync(parameters, static _ => { }, cancellationToken);
        if (invocation.Json)
            invocation.Console.WriteJson(result, PackagesRpcJsonContext.Default.PluginsInstallResult);
        else
            Print(invocation, result, $"\"{result.PluginId}\" is back from {result.PreviousVersion} to {result.Version}.");
        return ExitCodes.Success;
    }
}
