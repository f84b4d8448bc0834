using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Commands.Channels;

/// <summary><c>channels logout</c>: ends an account's login and forgets its credentials.</summary>
internal sealed class ChannelsLogoutCommand() : RemoteCommand("logout", "Log an account of a channel out and forget its credentials", new RemoteOptions(LongestMs))
{
    private const int LongestMs = 40_000;

    private readonly Option<string> _channel = new("--channel") { Description = "The channel", HelpName = "id", Required = true };
    private readonly Option<string?> _account = new("--account") { Description = "The account; the default one without it", HelpName = "id" };

    protected override void Configure(Command command)
    {
        command.Options.Add(_channel);
        command.Options.Add(_account);
        base.Configure(command);
    }

    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var parameters = new JsonObject { ["channel"] = OpenClaw.Host.Channels.ChannelNames.Full(invocation.Get(_channel)!) };
        if (invocation.Get(_account) is { } account)
            parameters["accountId"] = account;
        var result = await AskAsync(invocation, MethodNames.ChannelsLogout, JsonElement.Parse(parameters.ToJsonString()), cancellationToken);
        if (invocation.Json)
            invocation.Console.WriteJson(result);
        else
            invocation.Console.Output.WriteLine($"Logged {result.TextAt("channel")}/{result.TextAt("accountId")} out and stopped it; link it again with \"openclaw channels login\".");
        return ExitCodes.Success;
    }
}
