using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Cli.Commands.ConfigFiles;

/// <summary><c>config set</c>: one value of the configuration file, which a running gateway follows.</summary>
internal sealed class ConfigSetCommand() : CliCommand("set", "Set a value of the configuration file")
{
    private readonly Argument<string> _path = new("path") { Description = "The key, for example gateway.port" };
    private readonly Argument<string> _value = new("value") { Description = "JSON5, or a text where it does not read as that; - reads standard input" };
    private readonly Option<bool> _strict = new("--strict-json") { Description = "Refuse a value that is not JSON5" };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Check the change, and make none" };

    protected override void Configure(Command command)
    {
        command.Arguments.Add(_path);
        command.Arguments.Add(_value);
        command.Options.Add(_strict);
        command.Options.Add(_dryRun);
    }

    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var path = invocation.Get(_path)!;
        // In arguments everybody on the machine can read a secret.
        var text = invocation.Get(_value) is "-" ? (await Console.In.ReadToEndAsync(cancellationToken)).Trim() : invocation.Get(_value)!;
        var value = ConfigFileEdit.ValueOf(text, invocation.Get(_strict));
        await ConfigFileEdit.WriteAsync(
            invocation,
            "config set",
            document =>
            {
                if (!document.TrySet(path, value))
                    throw new CliException($"Something that is no object stands in the way of {path}. Look with: openclaw config get");
            },
            invocation.Get(_dryRun),
            cancellationToken);
        Report(invocation, path, invocation.Get(_dryRun) ? $"{path} could be set; nothing was changed." : $"Updated {path}. A running gateway follows the file.");
        return ExitCodes.Success;
    }

    internal static void Report(CliInvocation invocation, string path, string done)
    {
        if (invocation.Json)
            invocation.Console.WriteJson(JsonElement.Parse(new JsonObject { ["ok"] = true, ["path"] = path }.ToJsonString()));
        else
            invocation.Console.Output.WriteLine(done);
    }
}
