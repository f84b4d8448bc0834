using System.CommandLine;
using System.Runtime.InteropServices;
using System.Text.Json;
using OpenClaw.Client;
using OpenClaw.Host.Cli.Logs;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.PluginDev;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Commands.Plugins;

/// <summary><c>plugins dev</c>: builds a project, loads it into the running gateway, and does so again after each change, until Ctrl-C.</summary>
internal sealed class PluginsDevCommand() : RemoteCommand("dev", "Build a plugin, load it into the running gateway, and again after each change", new RemoteOptions(timeoutMs: 60_000))
{
    private readonly Argument<string> _project = new("project") { Description = "Project file or folder", DefaultValueFactory = static _ => "." };
    private readonly Option<bool> _noBuild = new("--no-build") { Description = "Leave builds to somebody else and load each of them" };
    private readonly Option<bool> _keep = new("--keep") { Description = "Leave the plugin in place at the end" };
    private readonly Option<bool> _once = new("--once") { Description = "Load one build and end; it stays in place" };

    protected override void Configure(Command command)
    {
        command.Arguments.Add(_project);
        command.Options.Add(_noBuild);
        command.Options.Add(_keep);
        command.Options.Add(_once);
        base.Configure(command);
    }

    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var project = await PluginProject.ReadAsync(invocation.Get(_project)!, cancellationToken);
        var folder = new DevFolder(invocation.Paths.PluginsDirectory, project.Id);
        await using var client = CreateClient(invocation, ScopesFor(MethodNames.PluginsRefresh, MethodNames.PluginsReload, MethodNames.LogsTail), reconnect: true);
        await client.ConnectAsync(cancellationToken);
        if (invocation.Get(_once))
            return await LoadOnceAsync(invocation, client, project, folder, cancellationToken);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        // A terminal that is closed is a Ctrl-C too.
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal =>
        {
            signal.Cancel = true;
            ending.Cancel();
        });
        var output = invocation.Json ? invocation.Console.Error : invocation.Console.Output;
        var log = new PluginLogTail(new RemoteLogSource(client), project.Id, output, invocation.Time).RunAsync(ending.Token);
        try
        {
            await WatchAsync(invocation, client, project, folder, ending.Token);
            return ExitCodes.Success;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested && ending.IsCancellationRequested)
        {
            return ExitCodes.Success;
        }
        finally
        {
            await ending.CancelAsync();
            await log.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!invocation.Get(_keep))
                await EndAsync(client, folder);
        }
    }

    private async Task<int> LoadOnceAsync(CliInvocation invocation, GatewayClient client, PluginProject project, DevFolder folder, CancellationToken cancellationToken)
    {
        var problem = !await BuildAsync(invocation, project, cancellationToken) ? "The build failed."
            : !project.IsBuilt ? $"There is no build in {project.Output}."
            : await LoadAsync(invocation, client, project, folder, cancellationToken);
        if (!project.IsBuilt)
            invocation.Console.Error.WriteLine(problem);
        if (invocation.Json)
            invocation.Console.WriteJson(new DevelopedPlugin(project.Id, problem is null, problem), CliJsonContext.Default.DevelopedPlugin);
        return problem is null ? ExitCodes.Success : ExitCodes.Failure;
    }

    private async Task WatchAsync(CliInvocation invocation, GatewayClient client, PluginProject project, DevFolder folder, CancellationToken cancellationToken)
    {
        using var watch = new ProjectWatch(project, invocation.Time);
        var build = !invocation.Get(_noBuild);
        while (true)
        {
            if (!build || await BuildAsync(invocation, project, cancellationToken))
                await LoadAsync(invocation, client, project, folder, cancellationToken);
            build = await watch.WaitAsync(cancellationToken) && !invocation.Get(_noBuild);
        }
    }

    private async Task<bool> BuildAsync(CliInvocation invocation, PluginProject project, CancellationToken cancellationToken)
    {
        if (invocation.Get(_noBuild))
            return true;
        invocation.Console.Error.WriteLine($"Building {project.Id} ...");
        if (await project.BuildAsync(line => invocation.Console.Error.WriteLine(ControlText.ToOneLine(line)), cancellationToken))
            return true;
        invocation.Console.Error.WriteLine("The build failed; what was loaded before goes on.");
        return false;
    }

    /// <returns>Why the gateway does not run it; null when it does.</returns>
    private static async Task<string?> LoadAsync(CliInvocation invocation, GatewayClient client, PluginProject project, DevFolder folder, CancellationToken cancellationToken)
    {
        if (!folder.Place(project.Output))
            return null;
        await client.RequestAsync(MethodNames.PluginsRefresh, default, cancellationToken: cancellationToken);
        // The gateway watches the folder too and may have been faster; the list says how things stand.
        var list = await client.RequestAsync(MethodNames.PluginsList, default, cancellationToken: cancellationToken);
        var plugin = list.ItemsAt("plugins").FirstOrDefault(plugin => plugin.TextAt("id") == project.Id);
        var problem = plugin.ValueKind == JsonValueKind.Object ? plugin.TextAt("error") : "the gateway did not find it; does it use another state folder?";
        invocation.Console.Error.WriteLine(ControlText.ToOneLine(problem is null ? $"{project.Id} is loaded." : $"{project.Id} is not loaded: {problem}"));
        return problem;
    }

    private static async Task EndAsync(GatewayClient client, DevFolder folder)
    {
        folder.Remove();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(15));
        await ((Task)client.RequestAsync(MethodNames.PluginsRefresh, default, cancellationToken: limit.Token)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
