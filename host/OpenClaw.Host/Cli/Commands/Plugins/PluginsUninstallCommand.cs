using System.CommandLine;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Plugins.Packages.Install;
using OpenClaw.Host.Plugins.Packages.Rpc;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Commands.Plugins;

/// <summary><c>plugins uninstall</c>.</summary>
internal sealed class PluginsUninstallCommand() : PackageCommand("uninstall", "Remove an installed plugin")
{
    private readonly Argument<string> _plugin = new("plugin") { Description = "Id of the plugin" };
    private readonly Option<bool> _keepFiles = new("--keep-files") { Description = "Leave its folder, as one that was put there by hand" };
    private readonly Option<bool> _dryRun = PackageOptions.DryRun();

    protected override void Configure(Command command)
    {
        command.Arguments.Add(_plugin);
        command.Options.Add(_keepFiles);
        command.Options.Add(_dryRun);
        base.Configure(command);
    }

    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var result = invocation.Get(_dryRun) ? Plan(invocation) : await RemoveAsync(invocation, cancellationToken);
        if (invocation.Json)
            invocation.Console.WriteJson(result, PackagesRpcJsonContext.Default.PluginsUninstallResult);
        else if (invocation.Get(_dryRun))
            invocation.Console.Output.WriteLine(ControlText.ToOneLine($"Would remove \"{result.PluginId}\" {result.Version}. Nothing was changed."));
        else
            invocation.Console.Output.WriteLine(ControlText.ToOneLine($"Removed \"{result.PluginId}\" {result.Version}{(result.KeptFiles ? "; its folder stays" : "")}. What it stored stays under plugin-data."));
        return ExitCodes.Success;
    }

    private async Task<PluginsUninstallResult> RemoveAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        await using var door = await OpenAsync(invocation, cancellationToken, MethodNames.PluginsUninstall);
        return await door.UninstallAsync(new PluginsUninstallParams { PluginId = invocation.Get(_plugin)!, KeepFiles = invocation.Get(_keepFiles) ? true : null }, cancellationToken);
    }

    private PluginsUninstallResult Plan(CliInvocation invocation)
    {
        using var manager = Manager(invocation);
        var (id, entry) = InstalledPackages.Require(manager.Packages.Read(), invocation.Get(_plugin)!);
        return new PluginsUninstallResult(Ok: true, id, entry.Version, invocation.Get(_keepFiles));
    }
}
