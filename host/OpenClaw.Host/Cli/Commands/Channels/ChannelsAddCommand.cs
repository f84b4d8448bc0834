using System.CommandLine;
using System.Text.Json.Nodes;
using OpenClaw.Host.Channels;

namespace OpenClaw.Host.Cli.Commands.Channels;

/// <summary><c>channels add</c>: gives a channel an account, or an account another token.</summary>
internal sealed class ChannelsAddCommand() : CliCommand("add", "Add an account of a channel, or change its token")
{
    private readonly Option<string> _channel = new("--channel") { Description = "The channel", HelpName = "id", Required = true };
    private readonly Option<string?> _account = new("--account") { Description = "The account; the channel's own settings without it", HelpName = "id" };
    private readonly Option<string?> _token = new("--token") { Description = "The token the platform gave; - reads it from standard input", HelpName = "token" };
    private readonly Option<string?> _tokenFile = new("--token-file") { Description = "A file that holds the token", HelpName = "path" };
    private readonly Option<string?> _name = new("--name") { Description = "A name for people", HelpName = "text" };

    protected override void Configure(Command command)
    {
        foreach (var option in new Option[] { _channel, _account, _token, _tokenFile, _name })
            command.Options.Add(option);
    }

    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var channel = ChannelNames.Full(invocation.Get(_channel)!);
        var account = invocation.Get(_account);
        var settings = new JsonObject { ["enabled"] = true };
        if (await TokenAsync(invocation, cancellationToken) is { } token)
            settings[ChannelNames.TokenKey(channel)] = token;
        if (invocation.Get(_tokenFile) is { } file)
            settings["tokenFile"] = Path.GetFullPath(file);
        if (invocation.Get(_name) is { } name)
            settings["name"] = name;
        await ChannelFile.WriteAsync(invocation, Verb, channel, account, settings, cancellationToken);
        ChannelFile.Report(
            invocation,
            channel,
            account,
            $"Added {ChannelFile.NameOf(channel, account)}. \"openclaw channels status --probe\" shows how it is doing; who writes to it gets a code for \"openclaw pairing approve\".");
        return ExitCodes.Success;
    }

    private async Task<string?> TokenAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        if (invocation.Get(_token) is not { } token)
            return null;
        // In arguments everybody on the machine can read it.
        token = token == "-" ? await Console.In.ReadLineAsync(cancellationToken) ?? "" : token;
        return token.Trim() is { Length: > 0 } given ? given : throw new CliException("the token is empty");
    }
}
