using System.CommandLine;
using OpenClaw.Host.Cli.Output;
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
        var template = $"openclaw-{invocation.Get(_type)}";
        var code = await DotnetProgram.RunAsync(["new", template, "-n", name, "-o", directory], said.Add, cancellationToken);
        if (code == DotnetProgram.UnknownTemplate)
            throw new CliException($"There is no template {template} yet. Install them: dotnet new install OpenClaw.Templates");
        if (code != 0)
            throw new CliException($"dotnet new {template} failed:\n{string.Join('\n', said)}");
        var made = new MadePlugin(name, directory, Path.Combine(directory, "src", name), Path.Combine(directory, "tests", $"{name}.Tests"));
        if (invocation.Json)
            invocation.Console.WriteJson(made, CliJsonContext.Default.MadePlugin);
        else
            invocation.Console.Output.WriteLine($"Made {name} in {invocation.Show(directory)}. Next: dotnet test \"{made.Tests}\", openclaw plugins dev \"{made.Project}\"");
        return ExitCodes.Success;
    }
}
