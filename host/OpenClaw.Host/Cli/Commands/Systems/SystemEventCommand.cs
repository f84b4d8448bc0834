using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Commands.Systems;

/// <summary><c>system event</c>.</summary>
internal sealed class SystemEventCommand() : RemoteCommand("event", "Tell a session something with its next turn")
{
    private readonly Option<string?> _text = new("--text") { Description = "What happened", HelpName = "text" };

    private readonly Option<string> _mode = new("--mode")
    {
        Description = "now starts a turn; next-heartbeat waits for one",
        HelpName = "mode",
        DefaultValueFactory = static _ => "next-heartbeat",
    };

    private readonly Option<string?> _sessionKey = new("--session-key") { Description = "The conversation; the main one when left out", HelpName = "key" };

    protected override void Configure(Command command)
    {
        _mode.AcceptOnlyFromAmong("now", "next-heartbeat");
        command.Options.Add(_text);
        command.Options.Add(_mode);
        command.Options.Add(_sessionKey);
        base.Configure(command);
    }

    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(invocation.Get(_text)))
        {
            throw new CliException("Missing text. Use openclaw system event --text \"...\".");
        }

        var parameters = new JsonObject { ["mode"] = invocation.Get(_mode), ["text"] = invocation.Get(_text) };
        if (invocation.Get(_sessionKey) is { } key)
        {
            parameters["sessionKey"] = key;
        }

        var result = await AskAsync(invocation, MethodNames.Wake, JsonElement.Parse(parameters.ToJsonString()), cancellationToken);
        if (invocation.Json)
        {
            invocation.Console.WriteJson(result);
        }
        else
        {
            invocation.Console.Output.WriteLine("ok");
        }

        return ExitCodes.Success;
    }
}
