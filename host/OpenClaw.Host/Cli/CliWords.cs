using System.CommandLine;
using OpenClaw.Host.Cli.Commands;
using OpenClaw.Host.Cli.Commands.Agents;
using OpenClaw.Host.Cli.Commands.Backups;
using OpenClaw.Host.Cli.Commands.Boxes;
using OpenClaw.Host.Cli.Commands.Channels;
using OpenClaw.Host.Cli.Commands.ConfigFiles;
using OpenClaw.Host.Cli.Commands.Cron;
using OpenClaw.Host.Cli.Commands.Devices;
using OpenClaw.Host.Cli.Commands.Directories;
using OpenClaw.Host.Cli.Commands.Doctor;
using OpenClaw.Host.Cli.Commands.Gateways;
using OpenClaw.Host.Cli.Commands.Messages;
using OpenClaw.Host.Cli.Commands.Nodes;
using OpenClaw.Host.Cli.Commands.Pairing;
using OpenClaw.Host.Cli.Commands.Planning;
using OpenClaw.Host.Cli.Commands.Plugins;
using OpenClaw.Host.Cli.Commands.Sessions;
using OpenClaw.Host.Cli.Commands.Systems;

namespace OpenClaw.Host.Cli;

/// <summary>The first words of the command line, in the order in which help lists them.</summary>
internal static class CliWords
{
    private static readonly (string Word, Func<CliEnvironment, Command> Build)[] All =
    [
        ("gateway", GatewayFamily.Build),
        ("call", static environment => new CallCommand("call", "Call a method of the gateway").Build(environment)),
        ("health", static environment => new HealthCommand().Build(environment)),
        ("status", static environment => new StatusCommand().Build(environment)),
        ("agent", AgentsFamily.BuildAgent),
        ("agents", AgentsFamily.Build),
        ("sessions", SessionsFamily.Build),
        ("logs", static environment => new LogsCommand().Build(environment)),
        ("models", static environment => CliFamily.Of(environment, "models", "The models that runs can use", new ModelsListCommand())),
        ("plugins", PluginsFamily.Build),
        ("config", static environment => CliFamily.Of(
            environment, "config", "The configuration file", new ConfigGetCommand(), new ConfigSetCommand(), new ConfigUnsetCommand(), new ConfigValidateCommand(), new ConfigPlanCommand(), new ConfigFileCommand())),
        ("cron", CronFamily.Build),
        ("system", SystemFamily.Build),
        ("doctor", static environment => new DoctorCommand().Build(environment)),
        ("backup", BackupFamily.Build),
        ("channels", ChannelsFamily.Build),
        ("message", MessageFamily.Build),
        ("directory", DirectoryFamily.Build),
        ("inbox", BoxFamilies.Inbox),
        ("outbox", BoxFamilies.Outbox),
        ("devices", DevicesFamily.Build),
        ("pairing", PairingFamily.Build),
        ("nodes", NodesFamily.Build),
        ("node", static environment => CliFamily.Of(environment, "node", "This machine as a node", new NodeRunCommand())),
        ("qr", static environment => new QrCommand().Build(environment)),
        ("protocol", static environment => CliFamily.Of(environment, "protocol", "The gateway protocol", new ProtocolSchemaCommand())),
        ("completion", static environment => new CompletionCommand().Build(environment)),
    ];

    /// <param name="root">Gets them.</param>
    /// <param name="environment">What they use.</param>
    /// <param name="first">
    /// What the line begins with. Where that is one of the words, the line is about nothing else, and building the eighty verbs of the
    /// others would cost a start more than anything the gateway does itself.
    /// </param>
    public static void AddTo(RootCommand root, CliEnvironment environment, string? first)
    {
        var wanted = Array.FindIndex(All, entry => entry.Word == first);
        foreach (var (_, build) in wanted < 0 ? All : All.AsSpan(wanted, 1))
            root.Subcommands.Add(build(environment));
    }
}
