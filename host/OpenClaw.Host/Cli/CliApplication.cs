using System.CommandLine;
using System.CommandLine.Invocation;
using OpenClaw.Host.Cli.Commands;
using OpenClaw.Host.Cli.Commands.Agents;
using OpenClaw.Host.Cli.Commands.Backups;
using OpenClaw.Host.Cli.Commands.Boxes;
using OpenClaw.Host.Cli.Commands.Cron;
using OpenClaw.Host.Cli.Commands.Devices;
using OpenClaw.Host.Cli.Commands.Doctor;
using OpenClaw.Host.Cli.Commands.Gateways;
using OpenClaw.Host.Cli.Commands.Nodes;
using OpenClaw.Host.Cli.Commands.Pairing;
using OpenClaw.Host.Cli.Commands.Planning;
using OpenClaw.Host.Cli.Commands.Plugins;
using OpenClaw.Host.Cli.Commands.Sessions;
using OpenClaw.Host.Cli.Commands.Systems;
using OpenClaw.Host.Cli.PluginCommands;

namespace OpenClaw.Host.Cli;

/// <summary>The whole command line: which commands there are, and how a line becomes an exit code.</summary>
internal static class CliApplication
{
    public static async Task<int> RunAsync(string[] arguments, CliEnvironment environment, CancellationToken cancellationToken)
    {
        var root = Build(environment);
        var result = root.Parse(arguments);
        // Help, completion, or a word that the command line does not know: plugins may.
        if (result.CommandResult.Command == root && PluginCommandLine.AddTo(root, result, arguments, environment))
            result = root.Parse(arguments);
        if (result.Action is ParseErrorAction)
        {
            return result.UnmatchedTokens.Count == 0 && result.CommandResult.Command.Action is null
                ? Help(root, [.. arguments, "--help"], environment)
                : UsageErrors.Explain(result).Print(environment.Console, result.GetValue(environment.Options.Json));
        }

        // Signals are the program's business, and failures are explained by the commands.
        return await result.InvokeAsync(
            new InvocationConfiguration
            {
                Output = environment.Console.Output,
                Error = environment.Console.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            },
            cancellationToken);
    }

    internal static RootCommand Build(CliEnvironment environment)
    {
        var root = new RootCommand("Self-hosted gateway between chat channels, AI agents and tools.")
        {
            environment.Options.Profile, environment.Options.Dev, environment.Options.Json, environment.Options.LogLevel,
            environment.Options.NoColor,
        };
        foreach (var option in root.Options)
        {
            if (option is VersionOption)
            {
                option.Aliases.Add("-V");
                option.Action = new VersionAction(environment.Console);
            }
        }

        root.Subcommands.Add(GatewayFamily.Build(environment));
        root.Subcommands.Add(new CallCommand("call", "Call a method of the gateway").Build(environment));
        root.Subcommands.Add(new HealthCommand().Build(environment));
        root.Subcommands.Add(new StatusCommand().Build(environment));
        root.Subcommands.Add(AgentsFamily.BuildAgent(environment));
        root.Subcommands.Add(AgentsFamily.Build(environment));
        root.Subcommands.Add(SessionsFamily.Build(environment));
        root.Subcommands.Add(new LogsCommand().Build(environment));
        root.Subcommands.Add(CliFamily.Of(environment, "models", "The models that runs can use", new ModelsListCommand()));
        root.Subcommands.Add(PluginsFamily.Build(environment));
        root.Subcommands.Add(CliFamily.Of(
            environment, "config", "The configuration file", new ConfigGetCommand(), new ConfigValidateCommand(), new ConfigPlanCommand(), new ConfigFileCommand()));
        root.Subcommands.Add(CronFamily.Build(environment));
        root.Subcommands.Add(SystemFamily.Build(environment));
        root.Subcommands.Add(new DoctorCommand().Build(environment));
        root.Subcommands.Add(BackupFamily.Build(environment));
        root.Subcommands.Add(CliFamily.Of(environment, "channels", "The chat channels of the gateway", new ChannelsStatusCommand()));
        root.Subcommands.Add(BoxFamilies.Inbox(environment));
        root.Subcommands.Add(BoxFamilies.Outbox(environment));
        root.Subcommands.Add(DevicesFamily.Build(environment));
        root.Subcommands.Add(PairingFamily.Build(environment));
        root.Subcommands.Add(NodesFamily.Build(environment));
        root.Subcommands.Add(CliFamily.Of(environment, "node", "This machine as a node", new NodeRunCommand()));
        root.Subcommands.Add(new QrCommand().Build(environment));
        root.Subcommands.Add(CliFamily.Of(environment, "protocol", "The gateway protocol", new ProtocolSchemaCommand()));
        root.Subcommands.Add(new CompletionCommand().Build(environment));
        root.SetAction(result => Help(root, ["--help"], environment));
        return root;
    }

    /// <summary>A line that stops before the verb: help is the answer, and a script learns that nothing was done.</summary>
    private static int Help(RootCommand root, string[] arguments, CliEnvironment environment)
    {
        var isBare = arguments is ["--help"];
        var output = isBare ? environment.Console.Output : environment.Console.Error;
        root.Parse(arguments).Invoke(new InvocationConfiguration { Output = output, Error = environment.Console.Error });
        return isBare ? ExitCodes.Success : ExitCodes.Failure;
    }
}
