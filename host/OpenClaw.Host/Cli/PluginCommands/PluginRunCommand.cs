using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.PluginCommands;

/// <summary>A command of a plugin: the running gateway carries it out, and its output is printed here.</summary>
internal sealed class PluginRunCommand(InstalledCommand installed, string[] rest)
    : RemoteCommand(installed.Name, $"{installed.Description} (plugin {installed.PluginId})", new RemoteOptions(LongestMs))
{
    // A plugin's command may take ten minutes.
    private const int LongestMs = 610_000;

    private readonly Argument<string[]> _words = new("arguments") { Description = "Passed to the plugin", Arity = ArgumentArity.ZeroOrMore };

    protected override void Configure(Command command)
    {
        command.Arguments.Add(_words);
        command.TreatUnmatchedTokensAsErrors = false;
    }

    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var parameters = new JsonObject { ["command"] = installed.Name, ["argv"] = new JsonArray([.. rest.Select(static word => JsonValue.Create(word))]) };
        var result = await AskAsync(invocation, JsonElement.Parse(parameters.ToJsonString()), cancellationToken);
        if (invocation.Json)
        {
            invocation.Console.WriteJson(result);
        }
        else
        {
            Print(invocation.Console.Output, result.TextAt("stdout"));
            Print(invocation.Console.Error, result.TextAt("stderr"));
        }

        return (int)(result.NumberAt("exitCode") ?? 1);
    }

    private async Task<JsonElement> AskAsync(CliInvocation invocation, JsonElement parameters, CancellationToken cancellationToken)
    {
        var progress = new CommandProgress(invocation.Console, installed.PluginId, installed.Name);
        await using var client = await ConnectAsync(invocation, cancellationToken, MethodNames.PluginsCommand);
        try
        {
            await using var watch = client.Subscribe((notice, _) => progress.NoteAsync(notice));
            return await client.RequestAsync(MethodNames.PluginsCommand, parameters, cancellationToken: cancellationToken);
        }
        finally
        {
            progress.End();
        }
    }

    private static void Print(TextWriter writer, string? text)
    {
        if (string.IsNullOrEmpty(text))
            return;
        if (text.EndsWith('\n'))
            writer.Write(text);
        else
            writer.WriteLine(text);
    }
}
