using System.CommandLine;
using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Cli.Commands.ConfigFiles;

/// <summary><c>config unset</c>: takes a value out of the configuration file; its default counts again.</summary>
internal sealed class ConfigUnsetCommand() : CliCommand("unset", "Remove a value from the configuration file")
{
    private readonly Argument<string> _path = new("path") { Description = "The key, for example gateway.port" };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Check the change, and make none" };

    protected override void Configure(Command command)
    {
        command.Arguments.Add(_path);
        command.Options.Add(_dryRun);
    }

    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var path = invocation.Get(_path)!;
        await ConfigFileEdit.WriteAsync(
            invocation,
            "config unset",
            document =>
            {
                if (document.Find(path) is null)
                    throw new CliException($"Config path not found: {path}. Nothing was changed. Look with: openclaw config get");
                document.RemoveAt(path);
            },
            invocation.Get(_dryRun),
            cancellationToken);
        ConfigSetCommand.Report(invocation, path, invocation.Get(_dryRun) ? $"{path} could be removed; nothing was changed." : $"Removed {path}");
        return ExitCodes.Success;
    }
}
