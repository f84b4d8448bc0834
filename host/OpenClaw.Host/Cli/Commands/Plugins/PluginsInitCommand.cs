using System.CommandLine;
using OpenClaw.Host.Cli.PluginDev;

namespace OpenClaw.Host.Cli.Commands.Plugins;

/// <summary><c>plugins init</c>: a new plugin with its tests, from the templates.</summary>
internal sealed class PluginsInitCommand() : CliCommand("init", "Make a new plugin project with its tests")
{
    private static readonly string[] Types = ["tool", "channel", "agent", "plugin"];

    private readonly Argument<string> _directory = new("directory") { Description = "A folder that does not exist yet, or is empty" };
    private readonly Option<string> _name = new("--name") { Description = "Name of the project; default: that of the folder" };
    private readonly Option<string> _type = new("--type") { Description = "tool, channel, agent or plugin", DefaultValueFactory = static _ => "tool" };

    protected override void Configure(Command command)
    {
        _type.AcceptOnlyFromAmong(Types);
        command.Arguments.Add(_directory);
        command.Options.Add(_name);
        command.Options.Add(_type);
    }

    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var directory = Path.GetFullPath(invocation.Get(_directory)!);
        if (Directory.Exists(directory) && Directory.EnumerateFileSystemEntries(directory).Any())
            throw new CliException($"{directory} is not empty. Name a new folder.");
        var name = invocation.Get(_name) ?? Path.GetFileName(directory);
        List<string> said = [];
        var code = await DotnetProgram.RunAsync(["new", $"openclaw-{invocation.Get(_type)}", "-n", name, "-o", directory], said.Add, cancellationToken);
        if (code != 0)
            throw new CliException($"dotnet new openclaw-{invocation.Get(_type)} failed:\n{string.Join('\n', said)}\nIf the template is unknown: dotnet new install OpenClaw.Templates");
        invocation.Console.Output.WriteLine($"Made {name} in {invocation.Show(directory)}. Next: dotnet test {invocation.Show(Path.Combine(directory, "tests", $"{name}.Tests"))}");
        return ExitCodes.Success;
    }
}
